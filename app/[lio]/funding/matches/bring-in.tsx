import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

/** Takes a file of published grants. A plain form to a route, as a file is too big for anything else. */
export function BringIn({ lio, open }: { lio: string; open: boolean }) {
  return (
    <details className="fold no-print" open={open}>
      <summary>{say("Bring in a file of published grants")}</summary>
      <form action={`/${lio}/funding/matches/upload`} method="post" encType="multipart/form-data">
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
        <p>
          <label className="label" htmlFor="file">
            {say("Your file")}
          </label>
          <input className="input" id="file" name="file" type="file" accept=".json,.csv,.xlsx,.ods" />
        </p>
        <p>
          <button className="button button-secondary" type="submit">
            {say("Read the file")}
          </button>
        </p>
      </form>
    </details>
  )
}
