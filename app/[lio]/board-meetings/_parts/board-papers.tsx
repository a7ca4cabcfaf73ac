import type { FileRow } from "@/lib/files/queries"
import { formatSize, say } from "@/lib/words"

/** The papers of the board, the newest first: for those who may open them. */
export function BoardPapers({ lio, files }: { lio: string; files: FileRow[] }) {
  if (files.length === 0) return null
  return (
    <section>
      <h2>{say("Papers of the board")}</h2>
      <ul className="list-none p-0">
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a className="inline-flex min-h-11 items-center break-words" href={`/${lio}/files/${id}/content`}>
              {name}
            </a>{" "}
            <span className="text-soft">{formatSize(size)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
