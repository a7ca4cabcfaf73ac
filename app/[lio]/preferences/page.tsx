import { type PageProps, refuse, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Checkboxes, Radios } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { DIGEST_RHYTHMS, keys, WATCH_LEVELS } from "@/db/vocabulary"
import { personOf } from "@/lib/access/ctx"
import { TICKED_STREAMS } from "@/lib/email/preferences/input"
import { byLink, getPreferences, listNetworkLevels, worksHere } from "@/lib/email/preferences/queries"
import { STREAMS } from "@/lib/email/streams"
import { ensure } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { PublicFrame } from "../_parts/public-frame"
import { choosePreferencesByLinkForm, choosePreferencesForm } from "./actions"

type Level = Awaited<ReturnType<typeof listNetworkLevels>>[number]

type Props = { networks: Level[]; lio: string; staff: boolean; streams: string[] }

function Choices({ networks, lio, staff, streams }: Props) {
  const isShown = (stream: (typeof TICKED_STREAMS)[number]) => staff || !STREAMS[stream].forStaff
  return (
    <>
      {streams
        .filter((stream) => TICKED_STREAMS.some((one) => one === stream && !isShown(one)))
        .map((stream) => (
          <input key={stream} type="hidden" name="streams[]" value={stream} />
        ))}
      <Radios
        name="digest"
        legend={say("How often do you want the digest?")}
        hint={say(
          "One email with what needs you, what came of what you said, and what is new in your networks. It is not sent when there is nothing new.",
        )}
        options={keys(DIGEST_RHYTHMS).map((value) => ({ value, label: DIGEST_RHYTHMS[value] }))}
      />
      <Checkboxes
        name="streams"
        legend={say("Which other emails do you want?")}
        hint={say("Emails to sign in, and about your own answers, always come.")}
        options={TICKED_STREAMS.filter(isShown).map((value) => ({ value, label: STREAMS[value].label }))}
      />
      {networks.length > 0 && (
        <>
          <h2>{say("Your networks")}</h2>
          <p>{say("How much you hear of each is chosen on its own page.")}</p>
          <ul>
            {networks.map((network) => (
              <li key={network.id}>
                <a href={`/${lio}/networks/${network.id}`}>{network.name}</a>:{" "}
                {WATCH_LEVELS[network.level as keyof typeof WATCH_LEVELS]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

async function ByLink({ lio, token, saved }: { lio: string; token: string; saved: boolean }) {
  const read = byLink({ lio, token, purpose: "preferences" }, async (ctx, { personId, email }) => ({
    face: await getFace(ctx),
    email,
    chosen: await getPreferences(ctx, personId),
    staff: await worksHere(ctx, personId),
    networks: await listNetworkLevels(ctx, personId),
  }))
  const { face, email, chosen, networks, staff } = await read.catch(refuse)
  return (
    <PublicFrame lio={face} title={say("Your emails")}>
      {saved && <Banner>{say("Saved. This is how much email you get from now on.")}</Banner>}
      <h1>{say("Your emails from {face}", { face: face.name })}</h1>
      <p>{say("They go to {email}.", { email })}</p>
      <Form
        action={choosePreferencesByLinkForm}
        values={{ digest: chosen.digest, streams: chosen.streams }}
        submit={say("Save")}
      >
        <input type="hidden" name="lio" value={lio} />
        <input type="hidden" name="token" value={token} />
        <Choices {...{ networks, lio, staff }} streams={chosen.streams} />
      </Form>
    </PublicFrame>
  )
}

/** Which emails somebody gets: by a link from any of our letters, or signed in. */
export default async function PreferencesPage(props: PageProps) {
  const [{ lio = "" }, { token, saved }] = await Promise.all([props.params, props.searchParams])
  if (typeof token === "string") return <ByLink lio={lio} token={token} saved={saved === "yes"} />
  const [frame, { chosen, networks, staff }] = await visit(props, async (ctx) => {
    const person = personOf(ctx.actor)
    ensure(person !== null)
    return {
      chosen: await getPreferences(ctx, person.personId),
      networks: await listNetworkLevels(ctx, person.personId),
      staff: await worksHere(ctx, person.personId),
    }
  })
  return (
    <Frame {...frame} title={say("Your emails")} at="home">
      <h1>{say("Your emails")}</h1>
      <Form
        action={choosePreferencesForm}
        lio={lio}
        values={{ digest: chosen.digest, streams: chosen.streams }}
        submit={say("Save")}
      >
        <Choices {...{ networks, lio, staff }} streams={chosen.streams} />
      </Form>
    </Frame>
  )
}
