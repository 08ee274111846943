extension Buildspec {
    /// The script that sets a tag in git. Its variables: `IMAGE_REPOSITORY`, `IMAGE_TAG`, `CONFIG_BRANCH`, `CONFIG_FILE`,
    /// `CONFIG_MARKER` (may be empty), `CONFIG_MODE`, `PIPELINE`, `SOURCE_REPOSITORY`, `AUTHOR_EMAIL`.
    ///
    /// The tag is always quoted: seven digits, or digits with an `e`, would else be a number to YAML.
    static let proposalScript = #"""
        set -eu
        fail() {
          echo "plumbline: $*" >&2
          exit 1
        }
        case "$IMAGE_TAG" in
          "" | *[!A-Za-z0-9_.-]*) fail "the tag '$IMAGE_TAG' is none" ;;
        esac
        export GIT_AUTHOR_NAME="Plumbline pipeline $PIPELINE" GIT_AUTHOR_EMAIL="$AUTHOR_EMAIL"
        export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$AUTHOR_EMAIL"
        target="$CONFIG_BRANCH" force=""
        if [ "$CONFIG_MODE" = branch ]; then
          target="plumbline/$PIPELINE" force="+"
        fi
        scratch=$(mktemp)
        trap 'rm -f "$scratch"' EXIT

        set_tag() {
          [ -f "$CONFIG_FILE" ] && [ ! -L "$CONFIG_FILE" ] || fail "$CONFIG_FILE is no file of the config repository"
          awk -v repository="$IMAGE_REPOSITORY" -v marker="$CONFIG_MARKER" -v tag="$IMAGE_TAG" -v file="$CONFIG_FILE" '
            function indent(text) {
              match(text, /^ */)
              return RLENGTH
            }
            # How many keys named tag a line has, comments left out.
            function tags(text,   rest, count) {
              rest = text
              sub(/[ \t]#.*$/, "", rest)
              count = 0
              while (match(rest, key)) {
                count++
                rest = substr(rest, RSTART + RLENGTH)
              }
              return count
            }
            function hit(number) {
              if (number in found) return
              found[number] = 1
              hits++
              where = where " " number
              if (tags(line[number]) != 1) unclear = number
              last = number
            }
            BEGIN {
              key = "(^|[{, \t])tag:[ \t]*(\"[^\"]*\"|\047[^\047]*\047|[^ \t\r,}#\"\047]+)"
              gsub(/[.]/, "[.]", repository)
              gsub(/[.]/, "[.]", marker)
              name = "(^|[{, \t])repository:[ \t]*[\"\047]?" repository "[\"\047]?[ \t\r]*([,}]|$|[ \t]#)"
              comment = "#[ \t]*" marker "[ \t\r]*$"
            }
            { line[NR] = $0 }
            END {
              for (i = 1; i <= NR; i++) {
                if (line[i] ~ /^[ \t]*#/) continue
                if (marker != "") {
                  if (line[i] ~ comment && tags(line[i]) > 0) hit(i)
                  continue
                }
                if (line[i] !~ name) continue
                if (tags(line[i]) > 0) {
                  hit(i)
                  continue
                }
                # Each key on a line of its own: the tag is among the neighbours of the same depth.
                depth = indent(line[i])
                for (step = -1; step <= 1; step += 2)
                  for (j = i + step; j >= 1 && j <= NR; j += step) {
                    if (line[j] ~ /^[ \t\r]*(#.*)?$/) continue
                    if (indent(line[j]) < depth) break
                    if (indent(line[j]) == depth && line[j] ~ /^ *tag:/) hit(j)
                  }
              }
              what = marker != "" ? "a tag with the comment # " marker : "a tag beside repository: " repository
              gsub(/\[[.]\]/, ".", what)
              if (hits != 1) {
                if (hits == 0) text = "no line has"
                else text = "several lines (" substr(where, 2) ") have"
                print "plumbline: " file ": " text " " what > "/dev/stderr"
                if (hits > 1 && marker == "")
                  print "plumbline: write a comment after the tag that is meant, and its word as deploy.marker" > "/dev/stderr"
                exit 3
              }
              if (unclear) {
                print "plumbline: " file ": line " unclear " has several tags, so none of them is changed" > "/dev/stderr"
                exit 3
              }
              for (i = 1; i <= NR; i++) {
                if (i == last) {
                  match(line[i], key)
                  before = substr(line[i], 1, RSTART - 1)
                  middle = substr(line[i], RSTART, RLENGTH)
                  after = substr(line[i], RSTART + RLENGTH)
                  sub(/tag:.*$/, "tag: \"" tag "\"", middle)
                  print before middle after
                } else print line[i]
              }
            }' "$CONFIG_FILE" >"$scratch" || fail "the tag was not set; nothing was committed"
          cat "$scratch" >"$CONFIG_FILE"
        }

        for attempt in 1 2 3 4 5; do
          git fetch --quiet origin "+refs/heads/$CONFIG_BRANCH:refs/remotes/origin/$CONFIG_BRANCH" ||
            fail "there is no branch $CONFIG_BRANCH, or it cannot be read"
          git checkout --quiet --force --detach "refs/remotes/origin/$CONFIG_BRANCH"
          set_tag
          if git diff --quiet -- "$CONFIG_FILE"; then
            echo "plumbline: $CONFIG_FILE has the tag $IMAGE_TAG already"
            exit 0
          fi
          git commit --quiet --message "Deploy $IMAGE_REPOSITORY:$IMAGE_TAG" \
            --message "Built from $SOURCE_REPOSITORY at $IMAGE_TAG by the pipeline $PIPELINE." -- "$CONFIG_FILE"
          if git push --quiet origin "${force}HEAD:refs/heads/$target"; then
            echo "plumbline: pushed $(git rev-parse HEAD) to $target"
            exit 0
          fi
          echo "plumbline: $target has moved; attempt $attempt of 5" >&2
          sleep "$attempt"
        done
        fail "the commit could not be pushed to $target; may the connection write to this repository?"
        """#
}
