@testable import Trials

extension ManifestHistory {
    /// Histories with one thing less in them, the simplest first. Some may not be valid.
    var simpler: [ManifestHistory] {
        withoutCommits + withoutForgetting + withoutItems + withoutMeddling + withoutChanges + withoutChoices
    }

    private var withoutForgetting: [ManifestHistory] {
        guard commits.contains(where: \.forgets) else { return [] }
        return [changed { for place in $0.commits.indices { $0.commits[place].forgets = false } }]
    }

    private var withoutCommits: [ManifestHistory] {
        guard commits.count > 1 else { return [] }
        return commits.indices.reversed().map { place in changed { $0.commits.remove(at: place) } }
    }

    private var withoutMeddling: [ManifestHistory] {
        commits.indices.flatMap { commit in
            commits[commit].meddling.indices.map { place in changed { $0.commits[commit].meddling.remove(at: place) } }
        }
    }

    private var paths: [ManifestItem] {
        var seen: Set<String> = []
        return commits.flatMap(\.items).filter { seen.insert($0.path).inserted }
    }

    private var withoutItems: [ManifestHistory] {
        paths.map { item in
            changed { history in
                for place in history.commits.indices {
                    history.commits[place].items.removeAll { $0.path == item.path || $0.stands(in: item) }
                }
            }
        }
    }

    /// With a manifest as it was in the commit before.
    private var withoutChanges: [ManifestHistory] {
        commits.indices.dropFirst().flatMap { number in
            commits[number].items.indices.compactMap { place -> ManifestHistory? in
                let later = commits[number].items[place]
                let former = commits[number - 1].items.first { $0.path == later.path }
                guard let former, former != later else { return nil }
                return changed { $0.commits[number].items[place] = former }
            }
        }
    }

    /// With a key in its simplest way from the first commit to the last.
    private var withoutChoices: [ManifestHistory] {
        paths.flatMap { item in
            item.ways.map(\.key).filter { key in
                commits.flatMap(\.items).contains { $0.path == item.path && $0[key] != 0 }
            }.map { key in
                changed { history in
                    for commit in history.commits.indices {
                        for place in history.commits[commit].items.indices
                        where history.commits[commit].items[place].path == item.path {
                            history.commits[commit].items[place].choices[key] = nil
                        }
                    }
                }
            }
        }
    }

    private func changed(_ body: (inout ManifestHistory) -> Void) -> ManifestHistory {
        var result = self
        body(&result)
        return result
    }
}
