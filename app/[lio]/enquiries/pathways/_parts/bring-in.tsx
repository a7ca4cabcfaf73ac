import { FileToRead } from "@/app/_ui/file-to-read"
import { say } from "@/lib/words"

/** Takes the file of a pathway. */
export function BringIn({ lio, open }: { lio: string; open: boolean }) {
  return (
    <details className="fold" open={open}>
      <summary>{say("Bring in a pathway from a file")}</summary>
      <FileToRead
        to={`/${lio}/enquiries/pathways/upload`}
        accept=".json"
        hint={say("The pathway.json file that somebody downloaded from their list of pathways.")}
        kind="secondary"
        submit={say("Bring it in")}
      />
    </details>
  )
}
