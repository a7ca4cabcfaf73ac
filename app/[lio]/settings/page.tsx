import { type PageProps, visit } from "@/app/_http/visit"
import { TaskList } from "@/app/_ui/task-list"
import { isStaff } from "@/lib/access/may"
import { countEntries, hasDirectory } from "@/lib/directory/queries"
import { ensure } from "@/lib/errors"
import { listFields } from "@/lib/fields/queries"
import { listServed } from "@/lib/lios/areas/queries"
import { listStaff } from "@/lib/lios/queries"
import { mayKeepTypes } from "@/lib/memberships/policy"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { countServices } from "@/lib/services/queries"
import { mayKeepTerms } from "@/lib/word-lists/policy"
import { plural } from "@/lib/words"
import { Frame } from "../_parts/frame"

/** What the LIO's staff set up. */
export default async function Settings(props: PageProps) {
  const [frame, { staff, types, fields, keeps, manages, areas, services, directory, listed }] = await visit(
    props,
    async (ctx) => {
      ensure(isStaff(ctx.actor))
      return {
        staff: (await listStaff(ctx)).length,
        types: (await listOpenTypes(ctx)).length,
        fields: (await listFields(ctx)).length,
        keeps: mayKeepTerms(ctx.actor),
        manages: mayKeepTypes(ctx.actor),
        areas: (await listServed(ctx)).length,
        services: await countServices(ctx),
        directory: await hasDirectory(ctx),
        listed: await countEntries(ctx),
      }
    },
  )
  const at = `/${frame.lio.slug}/settings`
  const ofManagers = [
    {
      label: "Your organisation",
      href: `${at}/profile`,
      hint: "Name, contact, what you do, the day of the digest",
      state: frame.lio.name,
    },
    {
      label: "Logo and colour",
      href: `${at}/look`,
      hint: "On your pages and your letters",
      state: frame.lio.look.logo ? "Set" : "Not yet",
    },
    {
      label: "Areas you serve",
      href: `${at}/areas`,
      hint: "Your districts, wards and neighbourhoods",
      state: plural(areas, "area"),
    },
    {
      label: "Services",
      href: `${at}/services`,
      hint: "What you do for groups, and what you cannot do",
      state: plural(services, "on your public page", "on your public page"),
    },
    {
      label: "Groups’ own pages",
      href: `${at}/own-pages`,
      hint: "What groups change themselves, what you want to see first, the yearly question",
      state: "Choose",
    },
    {
      label: "Public directory",
      href: `${at}/directory`,
      hint: "Groups that agreed to be found by anybody",
      state: directory ? plural(listed, "group") : "Closed",
    },
    {
      label: "Kinds of membership",
      href: `${at}/memberships`,
      hint: "What groups can join, what it costs and gives, when they are asked to renew",
      state: plural(types, "kind"),
    },
  ]
  return (
    <Frame {...frame} title="Settings" at="settings">
      <h1>Settings</h1>
      <TaskList
        tasks={[
          ...(manages ? ofManagers : []),
          {
            label: "Staff",
            href: `${at}/staff`,
            hint: "Who works here, and what each may do",
            state: plural(staff, "person", "people"),
          },
          ...(keeps
            ? [
                {
                  label: "Your own lists",
                  href: `${at}/lists`,
                  hint: "Themes, who groups help, services and tags: add, rename, merge, retire",
                  state: "Change",
                },
              ]
            : []),
          ...(manages
            ? [
                {
                  label: "Getting started",
                  href: `${at}/start`,
                  hint: "Your areas, lists that many organisations use, and example data to try things out",
                  state: "See them",
                },
                {
                  label: "Your own questions",
                  href: `${at}/fields`,
                  hint: "What you want to know of groups besides the usual",
                  state: plural(fields, "question"),
                },
              ]
            : []),
          {
            label: "Emails sent",
            href: `${at}/outbox`,
            hint: "Emails waiting, sent, or in trouble",
            state: "See",
          },
          ...(keeps
            ? [
                {
                  label: "Import groups",
                  href: `/${frame.lio.slug}/groups/import`,
                  hint: "A spreadsheet of the groups you know",
                  state: "Start",
                },
              ]
            : []),
          {
            label: "Postcodes and wards",
            href: `${at}/places`,
            hint: "Which table is in force, and which postcodes are not known",
            state: "See",
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
