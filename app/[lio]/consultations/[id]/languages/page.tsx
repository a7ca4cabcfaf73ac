import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { LANGUAGES } from "@/db/vocabulary"
import { getLanguage, listLanguages } from "@/lib/consultations/languages/queries"
import { bothNames, languagesBeside, leftInWords } from "@/lib/consultations/languages/words"
import { getProgress } from "@/lib/consultations/progress/queries"
import { say } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { WriteLanguage } from "./_parts/write-language"
import { addLanguageForm, removeLanguageForm } from "./actions"

/** The languages of a consultation besides English; one of them, where the address names it, to be written side by side. */
export default async function Languages(props: PageProps) {
  const [frame, { of, languages, one }] = await visit(props, async (ctx, query, { id = "" }) => {
    const [of, { languages }] = await Promise.all([getProgress(ctx, id), listLanguages(ctx, id)])
    const { language } = query
    return { of, languages, one: typeof language === "string" ? await getLanguage(ctx, id, language) : null }
  })
  const { id, state } = of.consultation
  const lio = frame.lio.slug
  const changes = of.keeps && (state === "draft" || state === "open")
  if (one) {
    const { name } = LANGUAGES[one.translation.language]
    const title = say("In {language}", { language: name })
    return (
      <ConsultationFrame frame={frame} of={of} page="questions" title={title}>
        <BackLink href={addressOf(lio, id, "languages")}>{say("Languages")}</BackLink>
        <h2 className="mt-0">{title}</h2>
        <WriteLanguage lio={lio} one={one} changes={changes} />
      </ConsultationFrame>
    )
  }
  const beside = languagesBeside(languages.map(({ language }) => language))
  return (
    <ConsultationFrame frame={frame} of={of} page="questions" title={say("In another language")}>
      <BackLink href={addressOf(lio, id, "questions")}>{say("Questions")}</BackLink>
      <h2 className="mt-0">{say("In another language")}</h2>
      <p className="max-w-2xl">
        {say(
          "Groups choose the language in which they read the questions, and answer in any they like. All answers are counted together. Buttons and our own explanations stay in English.",
        )}
      </p>
      {languages.length > 0 ? (
        <ul className="list-none p-0">
          {languages.map(({ language, offeredAt, missing, stale }) => (
            <li key={language} className="border-b border-line py-3">
              <p className="m-0 flex flex-wrap items-center gap-x-3 font-semibold">
                <a
                  href={addressOf(lio, id, "languages", { language })}
                  className="inline-flex min-h-6 items-center"
                >
                  {bothNames(language)}
                </a>
                {offeredAt ? <Tag tone="good">{say("Offered to groups")}</Tag> : null}
              </p>
              <p className="hint m-0">{leftInWords({ missing, stale })}</p>
              {changes && !offeredAt ? (
                <Form
                  action={removeLanguageForm}
                  lio={lio}
                  submit={say("Remove {language}", { language: LANGUAGES[language].name })}
                  kind="plain"
                  id={`remove-${language}`}
                >
                  <HiddenField name="id" value={id} />
                  <HiddenField name="language" value={language} />
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {changes ? (
        <>
          <p className="mt-6 max-w-2xl">
            {state === "draft"
              ? say(
                  "When it opens, groups are offered each language that is complete. One that isn’t stays hidden until you’ve finished it.",
                )
              : say("A language is offered to groups as soon as it’s complete.")}
          </p>
          <Form action={addLanguageForm} lio={lio} submit={say("Add the language")} kind="secondary" id="add">
            <HiddenField name="id" value={id} />
            <Select
              name="language"
              label={say("Add a language")}
              options={beside}
              empty={say("Choose a language")}
            />
          </Form>
        </>
      ) : languages.length === 0 ? (
        <p>{say("It’s in English only.")}</p>
      ) : null}
    </ConsultationFrame>
  )
}
