import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Radios, Select } from "@/app/_ui/choices"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ROLES } from "@/db/vocabulary"
import { hasDirectory } from "@/lib/directory/queries"
import { getFace } from "@/lib/lios/look/queries"
import { getLio } from "@/lib/lios/queries"
import { feeInWords, lengthInWords } from "@/lib/membership-status/words"
import { listOpenTypes, type Type } from "@/lib/memberships/types/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { PublicFrame } from "../_parts/public-frame"
import { joinForm } from "./actions"

/** Where anybody asks for their group to join. Public. */
export default async function JoinPage(props: PageProps) {
  const { lio, face, types, directory } = await visitPublic(props, async (ctx) => ({
    lio: await getLio(ctx),
    face: await getFace(ctx),
    types: await listOpenTypes(ctx, { toJoin: true }),
    directory: await hasDirectory(ctx),
  }))
  return (
    <PublicFrame
      lio={face}
      title={say("Join")}
      found={{
        about: say("How a voluntary group joins {lio}, and what it gets.", { lio: lio.name }),
        path: `/${lio.slug}/join`,
      }}
    >
      <h1>{say("Join {lio}", { lio: lio.name })}</h1>
      {types.length === 0 ? (
        <EmptyState drawing="groups" title={say("You cannot join here at the moment")}>
          {say("Ask {lio} what they can do for your group{email}.", {
            lio: lio.name,
            email: lio.email ? `: ${lio.email}` : "",
          })}
        </EmptyState>
      ) : (
        <>
          <p className="max-w-2xl">
            {say(
              "Tell us about your group. It takes about three minutes, and you need no account. Somebody looks at it and writes to you. There is nothing to pay yet.",
            )}
          </p>
          <p className="max-w-2xl">
            {sayRich(
              "Is your group with us already? Its lead can join or renew <link>on its own page</link>.",
              { link: (text) => <a href={`/${lio.slug}/groups`}>{text}</a> },
            )}
          </p>
          <Kinds types={types} />
          <Form
            action={joinForm}
            values={types.length === 1 ? { typeId: types[0]?.id } : {}}
            submit={say("Ask to join")}
            className="max-w-2xl"
          >
            <input type="hidden" name="lio" value={lio.slug} />
            {types.length === 1 ? (
              <input type="hidden" name="typeId" value={types[0]?.id} />
            ) : (
              <Radios
                name="typeId"
                legend={say("Which membership do you want?")}
                options={types.map((type) => ({
                  value: type.id,
                  label: type.name,
                  hint: feeInWords(type.feePence, type),
                }))}
              />
            )}
            <h2>{say("Your group")}</h2>
            <TextField name="group" label={say("Name of your group")} autoComplete="organization" />
            <TextArea
              name="about"
              label={say("What does it do?")}
              hint={say("One or two sentences are enough.")}
              rows={3}
            />
            <TextField
              name="postcode"
              label={say("Postcode")}
              hint={say("Where your group meets or gets its post")}
              width="sm"
              autoComplete="postal-code"
              optional
            />
            {directory ? (
              <Radios
                name="directory"
                legend={say("May your group be in our public directory?")}
                hint={sayRich(
                  "Anybody can look for groups <link>there</link>. It shows the name, what you do and how to reach the group. You can change your answer at any time.",
                  { link: (text) => <a href={`/${lio.slug}/directory`}>{text}</a> },
                )}
                options={[
                  { value: "yes", label: say("Yes") },
                  { value: "no", label: say("No") },
                ]}
                optional
                inline
              />
            ) : null}
            <h2>{say("You")}</h2>
            <TextField name="name" label={say("Your name")} width="md" autoComplete="name" />
            <TextField
              name="email"
              label={say("Your email address")}
              hint={say("We’ll reply to this address, and show it to nobody else.")}
              type="email"
              width="md"
              autoComplete="email"
            />
            <TextField
              name="phone"
              label={say("Your phone number")}
              type="tel"
              width="md"
              autoComplete="tel"
              optional
            />
            <Select
              name="role"
              label={say("What is your role in the group?")}
              options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
            />
          </Form>
        </>
      )}
    </PublicFrame>
  )
}

/** What each kind costs and gives. */
function Kinds({ types }: { types: Type[] }) {
  return (
    <div className="my-6 grid max-w-4xl gap-5 sm:grid-cols-2">
      {types.map((type) => (
        <section key={type.id} className="card">
          <h2 className="mt-0 mb-2 text-xl">{type.name}</h2>
          {type.about ? <p>{type.about}</p> : null}
          <p className="font-semibold">
            {feeInWords(type.feePence, type)}. {lengthInWords(type)}.
          </p>
          {type.entitlements.length > 0 ? (
            <ul className="m-0 list-disc pl-5">
              {type.entitlements.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
    </div>
  )
}
