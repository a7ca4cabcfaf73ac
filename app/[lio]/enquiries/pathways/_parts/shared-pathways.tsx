import { Form } from "@/app/_ui/form"
import type { listSharedPathways } from "@/lib/enquiries/pathways/queries"
import { say } from "@/lib/words"
import { takePathwayForm } from "../actions"

type Props = {
  lio: string
  pathways: Awaited<ReturnType<typeof listSharedPathways>>
  keeps: boolean
}

/** Pathways that other organisations of the installation share, to take over. */
export function SharedPathways({ lio, pathways, keeps }: Props) {
  if (pathways.length === 0) return null
  return (
    <section aria-labelledby="shared">
      <h2 id="shared">{say("Shared by other organisations here")}</h2>
      <ul className="act-list">
        {pathways.map(({ id, name, steps, by }) => (
          <li key={id} className="act-row">
            <div className="act-words">
              <strong>{name}</strong> <span className="text-soft">{say("by {by}", { by })}</span>
              <p className="m-0 text-soft">{steps.map(({ title }) => title).join(" · ")}</p>
            </div>
            {keeps ? (
              <div className="acts">
                <Form
                  action={takePathwayForm}
                  lio={lio}
                  id={`take-${id}`}
                  kind="plain"
                  submit={say("Take it over")}
                >
                  <input type="hidden" name="id" value={id} />
                </Form>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
