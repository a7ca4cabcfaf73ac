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
import { getOwnAddress } from "@/lib/people/own-address/queries"
import { mayConfirmAddress } from "@/lib/people/policy"
import { countServices } from "@/lib/services/queries"
import { mayKeepTerms } from "@/lib/word-lists/policy"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../_parts/frame"

/** What the LIO's staff set up. */
export default async function Settings(props: PageProps) {
  const [frame, { staff, types, fields, keeps, manages, areas, services, directory, listed, confirmed }] =
    await visit(props, async (ctx) => {
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
        confirmed: mayConfirmAddress(ctx.actor) && (await getOwnAddress(ctx)).confirmed,
      }
    })
  const at = `/${frame.lio.slug}/settings`
  const ofManagers = [
    {
      label: say("Your organisation"),
      href: `${at}/profile`,
      hint: say("Name, contact, what you do, the day of the digest"),
      state: frame.lio.name,
    },
    {
      label: say("Logo and colour"),
      href: `${at}/look`,
      hint: say("On your pages and in your emails"),
      state: frame.lio.look.logo ? say("Set") : say("Not yet"),
    },
    {
      label: say("Areas you serve"),
      href: `${at}/areas`,
      hint: say("Your districts, wards and neighbourhoods"),
      state: sayCount(areas, { one: "{count} area", other: "{count} areas" }),
    },
    {
      label: say("Services"),
      href: `${at}/services`,
      hint: say("What you do for groups, and what you cannot do"),
      state: sayCount(services, {
        one: "{count} on your public page",
        other: "{count} on your public page",
      }),
    },
    {
      label: say("Other sources of support"),
      href: `${at}/sources`,
      hint: say("Who else helps groups in your area, for the public finder"),
    },
    {
      label: say("Groups’ own pages"),
      href: `${at}/own-pages`,
      hint: say("What groups change themselves, what you want to see first, the yearly question"),
    },
    {
      label: say("Papers to public bodies"),
      href: `${at}/papers`,
      hint: say("Whether they’re signed off first, and who can see how bodies reply"),
    },
    {
      label: say("Public directory"),
      href: `${at}/directory`,
      hint: say("Groups that agreed to be found by anybody"),
      state: directory ? sayCount(listed, { one: "{count} group", other: "{count} groups" }) : say("Closed"),
    },
    {
      label: say("Kinds of membership"),
      href: `${at}/memberships`,
      hint: say("What groups can join, what it costs and gives, when they are asked to renew"),
      state: sayCount(types, { one: "{count} kind", other: "{count} kinds" }),
    },
  ]
  return (
    <Frame {...frame} title={say("Settings")} at="settings">
      <h1>{say("Settings")}</h1>
      <TaskList
        tasks={[
          ...(manages ? ofManagers : []),
          {
            label: say("Staff"),
            href: `${at}/staff`,
            hint: say("Who works here, and what each may do"),
            state: sayCount(staff, { one: "{count} person", other: "{count} people" }),
          },
          ...(keeps
            ? [
                {
                  label: say("Your own lists"),
                  href: `${at}/lists`,
                  hint: say("Themes, who groups help, services and tags: add, rename, merge, retire"),
                },
                {
                  label: say("Kinds of work"),
                  href: `${at}/session-types`,
                  hint: say("What you choose from when you record a session: the usual ones and your own"),
                },
              ]
            : []),
          ...(manages
            ? [
                {
                  label: say("Getting started"),
                  href: `${at}/start`,
                  hint: say(
                    "Your areas, lists that many organisations use, and example data to try things out",
                  ),
                },
                {
                  label: say("Your own questions"),
                  href: `${at}/fields`,
                  hint: say("What you want to know of groups besides the usual"),
                  state: sayCount(fields, { one: "{count} question", other: "{count} questions" }),
                },
              ]
            : []),
          ...(manages
            ? [
                {
                  label: say("Email settings"),
                  href: `${at}/email`,
                  hint: say("How emails leave here, and a test email to try it"),
                },
                {
                  label: say("Your email address"),
                  href: `${at}/address`,
                  hint: say("The address you sign in with"),
                  state: confirmed ? say("Confirmed") : say("Not confirmed yet"),
                },
              ]
            : []),
          {
            label: say("Emails sent"),
            href: `${at}/outbox`,
            hint: say("Emails waiting, sent, or in trouble"),
          },
          ...(keeps
            ? [
                {
                  label: say("Import groups"),
                  href: `/${frame.lio.slug}/groups/import`,
                  hint: say("A spreadsheet of the groups you know"),
                },
              ]
            : []),
          {
            label: say("Postcodes and wards"),
            href: `${at}/places`,
            hint: say("Which table is in force, and which postcodes are not known"),
          },
          {
            label: say("Your own emails"),
            href: `/${frame.lio.slug}/preferences`,
            hint: say("How often you hear from Trellis"),
          },
        ]}
      />
    </Frame>
  )
}
