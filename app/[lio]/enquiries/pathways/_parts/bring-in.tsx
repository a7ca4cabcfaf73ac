import { say } from "@/lib/words"

/** Takes the file of a pathway: a plain form to a route, as it sends a file. */
export function BringIn({ lio, open }: { lio: string; open: boolean }) {
  return (
    <details className="fold" open={open}>
      <summary>{say("Bring in a pathway from a file")}</summary>
      <form action={`/${lio}/enquiries/pathways/upload`} method="post" encType="multipart/form-data">
        <p>
          <label className="label" htmlFor="file">
            {say("Your file")}
          </label>
          <span className="hint block" id="file-hint">
            {say("The pathway.json file that somebody downloaded from their list of pathways.")}
          </span>
          <input
            className="input"
            id="file"
            name="file"
            type="file"
            accept=".json"
            aria-describedby="file-hint"
          />
        </p>
        <p>
          <button className="button button-secondary" type="submit">
            {say("Bring it in")}
          </button>
        </p>
      </form>
    </details>
  )
}
