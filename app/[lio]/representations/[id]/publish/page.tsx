import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { getPreview } from "@/lib/representations/publishing/queries"
import { getOpenRepresentation } from "@/lib/representations/queries"
import { signedOffInWords } from "@/lib/representations/signing/words"
import { getStanding } from "@/lib/representations/standing/queries"
import { nextThing } from "@/lib/representations/standing/words"
import { say, sayCount } from "@/lib/words"
import { Paper } from "../../_parts/paper"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { Warnings } from "../../_parts/warnings"
import { publishForm } from "../../actions"
import { signPaperForm } from "../actions"

/** The paper as everybody will read it, before it is published for good. */
export default async function Publish(props: PageProps) {
  const [frame, { of, paper, warnings, leftOut, unsigned, wordsDigest }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      await getOpenRepresentation(ctx, id)
      const [of, preview] = await Promise.all([getStanding(ctx, id), getPreview(ctx, id)])
      return { ...preview, of }
    },
  )
  const { whole } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (whole.asks.length === 0) redirect(at)
  const version = (whole.frozen[0]?.version ?? 0) + 1
  return (
    <RepresentationFrame
      frame={frame}
      of={of}
      page="publish"
      title={say("Publish version {version}", { version })}
    >
      <h2 className="sr-only">{say("The paper")}</h2>
      <p className="max-w-2xl text-lg">
        {say(
          "This is version {version} as everybody with its address will read it. It can’t be changed once it’s published.",
          { version },
        )}
        {whole.sentVersion
          ? ` ${say("Version {sentVersion} is the one that was sent.", { sentVersion: whole.sentVersion })}`
          : ""}
      </p>
      {leftOut.length > 0 ? (
        <Banner kind="note">
          {sayCount(
            leftOut.length,
            {
              one: "{count} group’s words are counted and not printed. {leftOut}.",
              other: "{count} groups’ words are counted and not printed. {leftOut}.",
            },
            { leftOut: leftOut.join(". ") },
          )}
        </Banner>
      ) : null}
      <div className="card mb-8">
        <Paper paper={paper} dated={say("Version {version}", { version })} below />
      </div>
      {paper.signedOff ? (
        <p>{signedOffInWords(paper.signedOff)}</p>
      ) : (
        <Form
          {...(unsigned ? {} : { fold: say("Note that it was signed off") })}
          action={signPaperForm}
          lio={lio}
          submit={say("Note the sign-off")}
          kind="secondary"
          id="sign-off"
          className="mb-6"
        >
          {unsigned ? (
            <p>
              <strong>{say("It has to be signed off before it’s published.")}</strong>
            </p>
          ) : null}
          <input type="hidden" name="id" value={whole.id} />
          <input type="hidden" name="digest" value={wordsDigest} />
          <TextField
            name="who"
            label={say("Who signed it off?")}
            hint={say("The board, or somebody’s name")}
          />
          <DateFields name="on" legend={say("When?")} hint={say("Today, if you leave it empty")} optional />
          <TextField
            name="minute"
            label={say("Where is it minuted?")}
            hint={say("For example, item 7.2")}
            optional
          />
        </Form>
      )}
      <Form
        action={publishForm}
        lio={lio}
        submit={say("Publish version {version}", { version })}
        kind={nextThing(of)?.step === "publish" ? undefined : "secondary"}
        secondary={<a href={at}>{say("Not yet")}</a>}
      >
        <input type="hidden" name="id" value={whole.id} />
        <Warnings warnings={warnings} />
      </Form>
    </RepresentationFrame>
  )
}
