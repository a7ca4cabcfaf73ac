import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { getFunder, listThemes } from "@/lib/funding/funders/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { LongForm } from "../../../../_parts/long-form"
import { FunderFields } from "../../../_parts/funder-fields"
import { changeFunderForm } from "../../actions"

const pounds = (pence: number | null) => (pence === null ? null : pence / 100)

/** Changes what is said of a funder. */
export default async function EditFunder(props: PageProps) {
  const [frame, { funder, themes }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepFunding(ctx.actor))
    const funder = await getFunder(ctx, id)
    return { funder, themes: await listThemes(ctx, funder.termIds) }
  })
  const at = `/${frame.lio.slug}/funding/funders/${funder.id}`
  const { name, orgId, funds, leastSum, mostSum, whoCanAsk, area, website, closesOn, anyTime, termIds } =
    funder
  return (
    <Frame {...frame} title={say("Change: {name}", { name })} at="funding">
      <BackLink href={at}>{name}</BackLink>
      <h1>{say("Change this funder")}</h1>
      <LongForm
        action={changeFunderForm}
        frame={frame}
        values={{
          ...{ name, orgId, funds, whoCanAsk, area, website, closesOn, termIds },
          anyTime: anyTime ? "yes" : null,
          leastSum: pounds(leastSum),
          mostSum: pounds(mostSum),
        }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={funder.id} />
        <FunderFields themes={themes} />
      </LongForm>
    </Frame>
  )
}
