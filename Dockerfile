# syntax=docker/dockerfile:1

# Builds plumbline and its git helper, with Swift's own libraries linked in.
FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libgit2-dev libexpat1-dev lld pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# The tests are not built, but the package manager wants every target's folder to be there.
COPY Package.swift ./
COPY Sources ./Sources
COPY Tests ./Tests
RUN --mount=type=cache,target=/src/.build,sharing=locked \
    for product in plumbline plumbline-git; do \
        swift build --configuration release --static-swift-stdlib --product "$product" -Xswiftc -use-ld=lld || exit 1; \
    done \
    && install --strip -D --target-directory /out/usr/local/bin \
        "$(swift build --configuration release --show-bin-path)"/plumbline \
        "$(swift build --configuration release --show-bin-path)"/plumbline-git

# What runs: two programs, three libraries, the certificates of the public authorities, nobody in particular.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates gpgv libexpat1 libgit2-1.5 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 65532 --user-group --no-create-home --home-dir /var/lib/plumbline plumbline \
    && install --directory --owner=plumbline --group=plumbline /var/lib/plumbline /var/cache/plumbline
COPY --from=build /out /
COPY LICENSE /usr/share/doc/plumbline/LICENSE
# The git mirrors live here. With a read-only root file system, mount something writable over both.
ENV HOME=/var/lib/plumbline XDG_CACHE_HOME=/var/cache/plumbline
VOLUME ["/var/lib/plumbline", "/var/cache/plumbline"]
USER 65532:65532
LABEL org.opencontainers.image.title="Plumbline" \
    org.opencontainers.image.description="Keeps AWS true to git" \
    org.opencontainers.image.licenses="Apache-2.0"
ENTRYPOINT ["plumbline"]
CMD ["--help"]
