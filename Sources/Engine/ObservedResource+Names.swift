import Model

extension ObservedResource {
    /// The texts by which others name it, such as its identifier, ARN or host name.
    ///
    /// Not what its own fields say as well, which is the name of something else or a quality that it shares with others (a
    /// service's cluster, an instance's type), nor a number (a port, a version): whoever holds such a text does not for
    /// that hold this resource.
    var namingTexts: Set<String> {
        var own: Set<String> = []
        for value in values.values { value.forEachText { own.insert($0) } }
        let texts = outputs.compactMap { output, text -> String? in
            if output == .id || output == .arn { return text }
            return own.contains(text) || text.allSatisfy(\.isNumber) ? nil : text
        }
        return Set(texts)
    }
}
