import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listThemes, listThemesOf } from "@/lib/funding/funders/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { listChosen } from "@/lib/sessions/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { GroupPicker } from "../../../_parts/group-picker"
import { LongForm } from "../../../_parts/long-form"
import { SearchFields } from "../../_parts/search-fields"
import { openSearchForm } from "../actions"

/** Notes what a group looks for money for. */
export default async function NewSearch(props: PageProps) {
  const [frame, { themes, groups, termIds }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepFunding(ctx.actor), say("Only workers and managers keep what groups look for."))
    const id = z.uuid().safeParse(query.group).data
    const [themes, groups, termIds] = await Promise.all([
      listThemes(ctx),
      listChosen(ctx, id ? [id] : []),
      id ? listThemesOf(ctx, id) : [],
    ])
    return { themes, groups, termIds }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/funding/searches`
  return (
    <Frame {...frame} title={say("Add what a group looks for")} at="funding">
      <BackLink href={back}>{say("What groups look for")}</BackLink>
      <h1>{say("Add what a group looks for")}</h1>
      <LongForm
        action={openSearchForm}
        frame={frame}
        values={{ termIds }}
        submit={say("Save and see which funders fit")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <GroupPicker lio={lio} chosen={groups} />
        <SearchFields themes={themes} />
      </LongForm>
    </Frame>
  )
}
