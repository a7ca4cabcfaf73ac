import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { SummaryList } from "@/app/_ui/summary-list"
import { invitationOf } from "@/lib/consultations/invitations/letters"
import { listLanguages, listTitles } from "@/lib/consultations/languages/queries"
import { bothNames, leftInWords } from "@/lib/consultations/languages/words"
import { reminderMoment } from "@/lib/consultations/period"
import { getProgress, type Letters, type Standing } from "@/lib/consultations/progress/queries"
import { formatMoment, inWords, say, sayCount } from "@/lib/words"
import { NoMailYet } from "../../../_parts/no-mail-yet"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { openForm, writeEmailForm } from "../../actions"

function lettersInWords({ speaker, contact, address }: Letters) {
  const to = [
    ...(speaker > 0
      ? [
          sayCount(speaker, {
            one: "{count} person who speak for a group",
            other: "{count} people who speak for a group",
          }),
        ]
      : []),
    ...(contact > 0
      ? [
          sayCount(contact, {
            one: "{count} main contact where nobody speaks for the group",
            other: "{count} main contacts where nobody speaks for the group",
          }),
        ]
      : []),
    ...(address > 0
      ? [
          `${sayCount(address, { one: "{count} group’s own address", other: "{count} groups’ own addresses" })}`,
        ]
      : []),
  ]
  return to.length > 0
    ? say("To {to}, each with a link of their own", { to: inWords(to) })
    : say("None: nobody can be emailed")
}

const sumOf = ({ speaker, contact, address }: Letters) => speaker + contact + address

/** The invitation, written and kept before it opens, as the groups will read it; and the button that opens it. */
export default async function EmailPage(props: PageProps) {
  const [frame, { of, email, also, languages }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const [of, { languages }] = await Promise.all([getProgress(ctx, id), listLanguages(ctx, id)])
    const { openedAt } = of.consultation
    const also = (await listTitles(ctx, of.consultation)).filter(
      ({ offeredAt }) => !openedAt || (offeredAt && offeredAt <= openedAt),
    )
    return { of, also, languages, email: invitationOf(ctx, of.consultation) }
  })
  const lio = frame.lio.slug
  const { id, state } = of.consultation
  const draft = state === "draft"
  return (
    <ConsultationFrame
      frame={frame}
      of={of}
      page="email"
      acts={{
        open: (
          <Form
            action={openForm}
            lio={lio}
            id="open"
            submit={sayCount(of.audience, { one: "Ask {count} group now", other: "Ask {count} groups now" })}
          >
            <HiddenField name="id" value={id} />
          </Form>
        ),
      }}
    >
      <h2 className="sr-only">{say("Email")}</h2>
      {draft ? <NoMailYet /> : null}
      {draft ? (
        <Sending lio={lio} of={of} languages={languages} />
      ) : (
        <p>{say("This is what was emailed to the groups when it opened.")}</p>
      )}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        {draft && of.keeps ? <Write lio={lio} of={of} /> : null}
        <article className="card self-start" aria-label={say("The email")}>
          <p className="hint m-0">{say("Subject")}</p>
          <p className="font-semibold">{email.subject}</p>
          <p className="text-xl font-bold">{of.consultation.title}</p>
          {also.map(({ language, dir, title, canAnswer }) => (
            <p key={language} lang={language} dir={dir}>
              <strong>{title}</strong>
              <br />
              <a href={addressOf(lio, id, "preview", { lang: language })}>{canAnswer}</a>
            </p>
          ))}
          {email.words ? <p className="whitespace-pre-line">{email.words}</p> : null}
          <p>{email.asks}</p>
          {email.about ? <p className="whitespace-pre-line">{email.about}</p> : null}
          <p>{email.howLong}</p>
          <p>
            <span className="inline-block rounded-md border border-line-strong px-4 py-2 font-semibold">
              {email.button}
            </span>
          </p>
          <p className="mb-0">{email.together}</p>
        </article>
      </div>
    </ConsultationFrame>
  )
}

type Written = Awaited<ReturnType<typeof listLanguages>>["languages"]

function Sending({ lio, of, languages }: { lio: string; of: Standing; languages: Written }) {
  const { closesAt } = of.consultation
  const remindAt = closesAt ? reminderMoment(closesAt, of.now, of.zone) : null
  return (
    <SummaryList
      missing={say("Not yet")}
      items={[
        {
          label: say("Emails"),
          value: `${sumOf(of.letters)}. ${lettersInWords(of.letters)}.${
            of.unreached > 0
              ? ` ${sayCount(of.unreached, { one: "We can’t email anybody at {count} group: ring them, or enter their answers from paper.", other: "We can’t email anybody at {count} groups: ring them, or enter their answers from paper." })}`
              : ""
          }`,
        },
        {
          label: say("Reminder"),
          value: remindAt
            ? say("One, on {remindAt}, to those who haven’t answered", {
                remindAt: formatMoment(remindAt, of.zone),
              })
            : closesAt
              ? say("None: it closes too soon")
              : null,
        },
        ...languages.map((one) => ({
          label: bothNames(one.language),
          value:
            one.missing + one.stale === 0
              ? say("Complete. Groups can choose it.")
              : say("Not complete, so groups won’t see it yet. {left}", { left: leftInWords(one) }),
          change: { href: addressOf(lio, of.consultation.id, "languages", { language: one.language }) },
        })),
      ]}
    />
  )
}

function Write({ lio, of }: { lio: string; of: Standing }) {
  const { id, title, emailSubject, emailWords } = of.consultation
  return (
    <Form action={writeEmailForm} lio={lio} values={{ emailSubject, emailWords }} submit={null} id="email">
      <HiddenField name="id" value={id} />
      <TextField
        name="emailSubject"
        label={say("Subject")}
        hint={say("If you leave it empty: {title}", { title })}
        optional
      />
      <TextArea
        name="emailWords"
        label={say("A few words of your own")}
        hint={say("They come first, before the rest of the email.")}
        rows={5}
        optional
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton kind="secondary" name="button" value="save">
          {say("Save the email")}
        </SubmitButton>
        <SubmitButton kind="secondary" name="button" value="try">
          {say("Save, and send me a test")}
        </SubmitButton>
      </div>
    </Form>
  )
}
