import { FileToRead } from "@/app/_ui/file-to-read"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

/** Takes a file of published grants. */
export function BringIn({ lio, open }: { lio: string; open: boolean }) {
  return (
    <details className="fold no-print" open={open}>
      <summary>{say("Bring in a file of published grants")}</summary>
      <FileToRead
        to={`/${lio}/funding/matches/upload`}
        accept=".json,.csv,.xlsx,.ods"
        kind="secondary"
        submit={say("Read the file")}
      >
        <p className="max-w-3xl">
          {sayRich(
            "On <link>GrantNav</link>, choose your district and download the grants as JSON or CSV. You can bring in the same file again, or a newer one: nothing is counted twice.",
            {
              link: (text) => (
                <a href="https://grantnav.threesixtygiving.org/" rel="noreferrer">
                  {text}
                </a>
              ),
            },
          )}
        </p>
      </FileToRead>
    </details>
  )
}
