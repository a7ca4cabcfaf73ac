import { notFound } from "next/navigation"
import { told } from "@/app/_http/told"
import { type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Tick } from "@/app/_ui/choices"
import { OneField } from "@/app/_ui/field-parts"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { byNomineeLink } from "@/lib/partnerships/elections/nominations/queries"
import { howToSpeak } from "@/lib/partnerships/elections/nominations/words"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { Expired, LinkFields } from "../_parts/link"
import { Notice } from "../_parts/notice"
import { agreeForm, withdrawForm } from "../actions"

const TOLD: Record<string, string> = {
  agreed: say("Saved. We’ll check it and email you."),
  picture: say("Thank you. Your picture is there."),
  withdrawn: say("You’ve withdrawn. Thank you for telling us."),
}

/** A picture of whoever was put up: a form of its own, so that what was typed above stays as it was saved. */
const SendPicture = ({ lio, token, there }: { lio: string; token: string; there: boolean }) => (
  <form
    action={`/${lio}/elections/nominee/picture?${new URLSearchParams({ key: token })}`}
    method="post"
    encType="multipart/form-data"
    className="my-6 max-w-2xl"
  >
    <OneField
      id="picture"
      label={there ? say("Another picture of you") : say("A picture of you")}
      hint={say("JPEG, PNG or WebP, up to 10 MB. Save your words first.")}
      optional
    >
      <input
        className="input"
        id="picture"
        name="file"
        type="file"
        accept="image/*"
        aria-describedby="picture-hint"
      />
    </OneField>
    <button className="button button-secondary" type="submit">
      {say("Send this picture")}
    </button>
  </form>
)

/** Where the link of somebody who was put up leads: they agree to stand, or withdraw. Opening it changes nothing. */
export default async function NomineePage(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const token = typeof query.key === "string" ? query.key : ""
  const held = await byNomineeLink({ lio, key: token }, async (ctx, nominee) => ({
    ...nominee,
    zone: ctx.lio.timezone,
    open: nominee.election.state === "nominating" && nominee.election.nominationsUntil > ctx.now,
  })).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const face = await asPublic(lio, getFace).catch(() => notFound())
  if (!held) return <Expired face={face} />
  const { nomination, election, zone, open } = held
  const link = { lio, token }
  const done = typeof query.told === "string" ? TOLD[query.told] : undefined
  const problem = told(query, "problem")
  const { agreed, withdrawn, valid, refusedReason } = nomination
  const changes = open && !withdrawn && !valid && !refusedReason
  const mayWithdraw = !withdrawn && (election.state === "nominating" || election.state === "checking")
  return (
    <PublicFrame lio={face} title={election.title}>
      {problem ? <Banner kind="problem">{problem}</Banner> : done ? <Banner>{done}</Banner> : null}
      <p className="m-0 text-soft">{election.board}</p>
      <h1>{election.title}</h1>
      <p className="max-w-2xl text-lg">
        {withdrawn
          ? say("You’ve withdrawn.")
          : refusedReason
            ? say("Your nomination isn’t valid: {reason}", { reason: refusedReason })
            : valid
              ? say("Your nomination is valid. You stand for {group}.", { group: nomination.group })
              : agreed
                ? say("You stand for {group}. We haven’t checked your nomination yet.", {
                    group: nomination.group,
                  })
                : say("{name}, {group} would like you to stand.", {
                    name: nomination.name,
                    group: nomination.group,
                  })}
      </p>
      {election.endorsements > 0 && agreed && !withdrawn ? (
        <p>
          {say("Endorsed by {have} of the {needed} groups that you need.", {
            have: nomination.endorsedBy.filter(({ network }) => !network).length,
            needed: election.endorsements,
          })}
        </p>
      ) : null}
      {changes ? (
        <Form
          action={agreeForm}
          submit={agreed ? say("Save") : say("Yes, I want to stand")}
          values={{ statement: nomination.statement, agrees: agreed ? "yes" : undefined }}
          className="max-w-2xl"
        >
          <LinkFields {...link} />
          <TextArea
            name="statement"
            label={say("What do you say to groups?")}
            hint={howToSpeak(election.boardShown)}
            rows={6}
          />
          <Tick
            name="agrees"
            label={say("I want to stand, and agree that my name, my group and these words are shown")}
            checked={agreed}
          />
        </Form>
      ) : nomination.statement ? (
        <p className="max-w-2xl whitespace-pre-line">{nomination.statement}</p>
      ) : null}
      {changes ? <SendPicture lio={lio} token={token} there={nomination.pictureId !== null} /> : null}
      {mayWithdraw ? (
        <Form
          action={withdrawForm}
          submit={agreed ? say("Withdraw") : say("Say no")}
          kind={agreed ? "danger" : "secondary"}
          id="withdraw"
          fold={agreed ? say("I want to withdraw") : say("No, I don’t want to stand")}
        >
          <LinkFields {...link} />
          <p className="max-w-2xl">
            {open
              ? say("You can’t take this back here. {group} can then put up somebody else.", {
                  group: nomination.group,
                })
              : say("You can’t take this back here.")}
          </p>
        </Form>
      ) : null}
      <Notice election={election} zone={zone} />
    </PublicFrame>
  )
}
