import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ensure } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { getStanding } from "@/lib/representations/standing/queries"
import { formatDate, say } from "@/lib/words"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { withdrawForm } from "../../actions"

/** Takes a published version back, with a reason that stays at its address. */
export default async function WithdrawVersion(props: PageProps) {
  const [frame, of] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayRepresent(ctx.actor))
    return getStanding(ctx, id)
  })
  const { whole } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  const open = whole.frozen.filter(({ withdrawnAt }) => !withdrawnAt)
  return (
    <RepresentationFrame frame={frame} of={of} page="withdraw" title={say("Withdraw a version")}>
      <h2>{say("Withdraw a version")}</h2>
      {open.length === 0 ? (
        <p>{say("There is no published version to withdraw.")}</p>
      ) : (
        <>
          <p className="max-w-2xl">
            {say(
              "Its address stays and says that it was withdrawn, when and why. This can’t be undone; you can publish another version.",
            )}
          </p>
          <Form
            action={withdrawForm}
            lio={lio}
            submit={say("Withdraw this version")}
            kind="danger"
            secondary={<a href={at}>{say("Cancel")}</a>}
          >
            <input type="hidden" name="id" value={whole.id} />
            <Select
              name="version"
              label={say("Which version?")}
              empty={null}
              options={open.map(({ version, publishedAt }) => ({
                value: String(version),
                label:
                  whole.sentVersion === version
                    ? say("Version {version}, published on {day} and sent to {body}", {
                        version,
                        day: formatDate(publishedAt),
                        body: whole.body,
                      })
                    : say("Version {version}, published on {day}", { version, day: formatDate(publishedAt) }),
              }))}
            />
            <TextArea
              name="reason"
              label={say("Why is it withdrawn?")}
              hint={say("Everybody who has its address reads this")}
              rows={3}
            />
          </Form>
        </>
      )}
    </RepresentationFrame>
  )
}
