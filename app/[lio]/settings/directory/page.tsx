import { type PageProps, visit } from "@/app/_http/visit"
import { Tick } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { countConsents, hasDirectory } from "@/lib/directory/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { directoryForm } from "../actions"

/** Whether there is a public directory, and what the groups said of it. */
export default async function DirectorySettings(props: PageProps) {
  const [frame, { has, consents }] = await visit(props, async (ctx) => ({
    consents: await countConsents(ctx),
    has: await hasDirectory(ctx),
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/settings`
  const listOf = (answer: keyof typeof consents) => (
    <a href={`/${lio}/groups?directory=${answer}`}>
      {sayCount(consents[answer], { one: "{count} group", other: "{count} groups" })}
    </a>
  )
  return (
    <Frame {...frame} title={say("Public directory")} at="settings">
      <BackLink href={at}>{say("Settings")}</BackLink>
      <h1>{say("Public directory")}</h1>
      <p className="max-w-2xl">
        {say(
          "Anybody can look for groups in it, and other websites can show it. Only groups that said yes are in it, and each shows only what it agreed to. Closed groups are never in it. Each group’s details show its answer, with who gave it, when and how. Leads of a group answer for themselves.",
        )}
      </p>
      <SummaryList
        items={[
          { label: say("Said yes"), value: listOf("yes") },
          { label: say("Said no"), value: listOf("no") },
          { label: say("Not asked"), value: listOf("unknown") },
        ]}
      />
      <Form
        action={directoryForm}
        lio={lio}
        values={{ hasDirectory: has ? "yes" : "" }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <Tick
          name="hasDirectory"
          label={say("Have a public directory")}
          hint={say(
            "Without the tick nobody finds it, and its open data is gone too. What the groups said is kept.",
          )}
        />
      </Form>
      {has ? (
        <p className="mt-6">
          <a href={`/${lio}/directory`}>{say("See the directory")}</a> ·{" "}
          <a href={`/${lio}/open-referral`}>{say("its open data (Open Referral UK)")}</a>
        </p>
      ) : null}
    </Frame>
  )
}
