import EngineAPI
import GoTemplate
import Terminal

/// One line of `tug images`: an image under one of its names.
struct ImageRow {
    let image: ImageSummary
    let repository: String
    let tag: String
    let digest: String
    let isTruncated: Bool
    let now: Timestamp

    private static let none = "<none>"

    /// A row for each tag; with digests, one for each digest of the tag's repository; and one for each repository
    /// that is known by digest only.
    static func rows(of image: ImageSummary, digests showsDigests: Bool, isTruncated: Bool, now: Timestamp)
        -> [ImageRow]
    {
        let row = { (repository: String, tag: String, digest: String) in
            ImageRow(
                image: image, repository: repository, tag: tag, digest: digest, isTruncated: isTruncated, now: now)
        }
        let tagged = image.tags.map { ImageReference($0) }.filter { $0.tag != nil }
        let digested = image.digests.map { ImageReference($0) }.filter { $0.digest != nil }
        var rows: [ImageRow] = []
        for reference in tagged {
            let name = reference.familiarName
            let digests = digested.filter { $0.familiarName == name }.compactMap(\.digest)
            for digest in showsDigests && !digests.isEmpty ? digests : [none] {
                rows.append(row(name, reference.tag ?? none, digest))
            }
        }
        let taggedNames = Set(tagged.map(\.familiarName))
        var shown: Set<String> = []
        for reference in digested where !taggedNames.contains(reference.familiarName) {
            if !showsDigests, !shown.insert(reference.familiarName).inserted { continue }
            rows.append(row(reference.familiarName, none, showsDigests ? reference.digest ?? none : none))
        }
        return rows.isEmpty ? [row(none, none, none)] : rows
    }
}

extension Listing where Row == ImageRow {
    static func images(digests: Bool) -> Listing {
        Listing(
            typeName: "*formatter.imageContext",
            columns: [
                Column("REPOSITORY", "Repository") { $0.repository },
                Column("TAG", "Tag") { $0.tag },
                Column("DIGEST", "Digest") { $0.digest },
                Column("IMAGE ID", "ID") { $0.id },
                Column("CREATED", "CreatedSince") { $0.age },
                Column("CREATED AT", "CreatedAt") { Timestamp(seconds: Int64($0.image.created)).zonedText() },
                Column("SIZE", "Size") { HumanSize.text($0.image.size, precision: 3) },
                Column("CONTAINERS", "Containers") { $0.image.containers < 0 ? "N/A" : String($0.image.containers) },
                Column("SHARED SIZE", "SharedSize") { $0.sharedSize },
                Column("UNIQUE SIZE", "UniqueSize") { $0.uniqueSize },
            ],
            table: ["Repository", "Tag"] + (digests ? ["Digest"] : []) + ["ID", "CreatedSince", "Size"],
            raw: """
                repository: {{.Repository}}
                tag: {{.Tag}}
                \(digests ? "digest: {{.Digest}}\n" : "")image_id: {{.ID}}
                created_at: {{.CreatedAt}}
                virtual_size: {{.Size}}

                """,
            rawQuiet: "image_id")
    }
}

extension ImageRow {
    fileprivate var id: String { isTruncated ? ShortID.of(image.id) : image.id }

    fileprivate var age: String {
        HumanDuration.text(from: Timestamp(seconds: Int64(image.created)), to: now) + " ago"
    }

    fileprivate var sharedSize: String {
        image.sharedSize < 0 ? "N/A" : HumanSize.text(image.sharedSize)
    }

    fileprivate var uniqueSize: String {
        image.sharedSize < 0 ? "N/A" : HumanSize.text(Double(image.size) - Double(image.sharedSize))
    }
}
