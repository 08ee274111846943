# syntax=docker/dockerfile:1.7

# Both bases can be given with a digest where a build has to be the same for good:
#   docker build --build-arg SWIFT_IMAGE=swift:6.3.1-bookworm@sha256:… .
ARG SWIFT_IMAGE=swift:6.3.1-bookworm
ARG RUNTIME_IMAGE=debian:bookworm-20260202-slim

# Builds plumbline and its git helper, with Swift's own libraries linked in.
FROM ${SWIFT_IMAGE} AS build
# Debian's archive holds one version of a package: one that is pinned here could not be built again next month.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libgit2-dev libexpat1-dev lld pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# The dependencies are a layer of their own, which only a changed Package.swift makes anew. The package manager
# complains at the end that there are no sources yet, when everything is fetched.
COPY Package.swift ./
RUN swift package --cache-path /swiftpm resolve || test -s Package.resolved
# The tests are not built, but the package manager wants every target's folder to be there.
COPY Sources ./Sources
COPY Tests ./Tests
COPY Scripts/build-release ./Scripts/build-release
RUN --mount=type=cache,target=/src/.build,sharing=locked \
    for product in plumbline plumbline-git; do \
        Scripts/build-release --product "$product" --cache-path /swiftpm --force-resolved-versions || exit 1; \
    done \
    && install --strip -D --target-directory /out/usr/local/bin \
        "$(swift build --configuration release --show-bin-path)"/plumbline \
        "$(swift build --configuration release --show-bin-path)"/plumbline-git

# What runs: two programs, the libraries that they need, the certificates of the public authorities, gpg for signatures of
# commits, the time zones of the sync windows; as nobody in particular.
FROM ${RUNTIME_IMAGE}
# The base is of one day. The security updates since then come here.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get upgrade --yes \
    && apt-get install --yes --no-install-recommends ca-certificates gpg libexpat1 libgit2-1.5 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 65532 --user-group --no-create-home --home-dir /var/lib/plumbline plumbline \
    && install --directory --owner=plumbline --group=plumbline --mode=0750 /var/lib/plumbline
COPY --from=build /out /
COPY LICENSE /usr/share/doc/plumbline/LICENSE
# The one place that is written to: git mirrors and answers of AWS that never change. All of it may be lost at any time.
# With a read-only root file system, mount something writable here.
ENV HOME=/var/lib/plumbline \
    PLUMBLINE_CACHE=/var/lib/plumbline/cache
VOLUME ["/var/lib/plumbline"]
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["plumbline", "health"]
ENTRYPOINT ["plumbline"]
CMD ["serve", "--config", "/etc/plumbline/plumbline.yaml"]
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Plumbline" \
    org.opencontainers.image.description="Keeps AWS true to git" \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version="${VERSION}" \
    org.opencontainers.image.revision="${REVISION}"
