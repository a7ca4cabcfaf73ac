import { type PageProps, visit } from "@/app/_http/visit"
import { TaskList } from "@/app/_ui/task-list"
import { isStaff } from "@/lib/access/may"
import { ensure } from "@/lib/errors"
import { listStaff } from "@/lib/lios/queries"
import { mayKeepTypes } from "@/lib/memberships/policy"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { plural } from "@/lib/words"
import { Frame } from "../_parts/frame"

/** What the LIO's staff set up. */
export default async function Settings(props: PageProps) {
  const [frame, { staff, types, manages }] = await visit(props, async (ctx) => {
    ensure(isStaff(ctx.actor))
    return {
      staff: (await listStaff(ctx)).length,
      types: (await listOpenTypes(ctx)).length,
      manages: mayKeepTypes(ctx.actor),
    }
  })
  const at = `/${frame.lio.slug}/settings`
  return (
    <Frame {...frame} title="Settings" at="settings">
      <h1>Settings</h1>
      <TaskList
        tasks={[
          {
            label: "Your organisation",
            href: `${at}/profile`,
            hint: "Name, contact, what you do, the day of the digest",
            state: frame.lio.name,
          },
          {
            label: "Staff",
            href: `${at}/staff`,
            hint: "Who works here, and what each may do",
            state: plural(staff, "person", "people"),
          },
          {
            label: "Groups’ own pages",
            href: `${at}/own-pages`,
            hint: "What groups change themselves, what you want to see first, the yearly question",
            state: "Choose",
          },
          ...(manages
            ? [
                {
                  label: "Kinds of membership",
                  href: `${at}/memberships`,
                  hint: "What groups can join, what it costs and gives, when they are asked to renew",
                  state: plural(types, "kind"),
                },
              ]
            : []),
          {
            label: "Outbox",
            href: `${at}/outbox`,
            hint: "Letters waiting, sent, or in trouble",
            state: "See",
          },
          {
            label: "Import groups",
            href: `/${frame.lio.slug}/groups/import`,
            hint: "A spreadsheet of the groups you know",
            state: "Start",
          },
          {
            label: "Your own emails",
            href: `/${frame.lio.slug}/preferences`,
            hint: "How often you hear from Trellis",
            state: "Change",
          },
        ]}
      />
    </Frame>
  )
}
