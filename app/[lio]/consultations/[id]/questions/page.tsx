import type { FrameData } from "@/app/_http/visit"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { EmptyState } from "@/app/_ui/empty-state"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { lineValues, rowValues } from "@/app/_ui/rows"
import { LongForm } from "@/app/[lio]/_parts/long-form"
import { LANGUAGES } from "@/db/vocabulary"
import { listBlocks } from "@/lib/consultations/blocks/queries"
import { listLanguages } from "@/lib/consultations/languages/queries"
import { leftInWords } from "@/lib/consultations/languages/words"
import { knowsWhose } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { isNextOn } from "@/lib/consultations/progress/words"
import { listConsultations, listQuestions, type Question } from "@/lib/consultations/queries"
import { type Hook, hooksOf } from "@/lib/consultations/questions/showing/input"
import { listQuestionVersions } from "@/lib/consultations/questions/versions/queries"
import { countWaiting } from "@/lib/consultations/statements/queries"
import { say, sayCount } from "@/lib/words"
import { AskedQuestions } from "../../_parts/asked-questions"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { PutBlock, SaveBlock } from "../../_parts/question-blocks"
import { QuestionFields } from "../../_parts/question-fields"
import { QuestionList } from "../../_parts/question-list"
import { QuestionVersions } from "../../_parts/question-versions"
import { addQuestionForm, addQuestionsForm, moveQuestionForm, takeQuestionsForm } from "../../actions"

/** The questions: of a draft to add and put in order, with what groups will see beside them. */
export default async function Questions(props: PageProps) {
  const [frame, { of, questions, others, waiting, versions, blocks, languages }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const [of, questions, all, waiting, { blocks }, { languages }] = await Promise.all([
        getProgress(ctx, id),
        listQuestions(ctx, id),
        listConsultations(ctx),
        countWaiting(ctx, id),
        listBlocks(ctx),
        listLanguages(ctx, id),
      ])
      const versions = await listQuestionVersions(ctx, id)
      return {
        of,
        questions,
        others: all.filter((one) => one.id !== id),
        waiting,
        versions,
        blocks,
        languages,
      }
    },
  )
  const { id, state } = of.consultation
  const lio = frame.lio.slug
  const draft = state === "draft"
  const preview = (
    <a href={addressOf(lio, id, "preview")}>
      {draft ? say("See all of it as groups will") : say("See all of it as groups do")}
    </a>
  )
  const elsewhere = (
    <div className="mt-4">
      <p className="m-0">
        <a href={addressOf(lio, id, "languages")}>{say("In another language")}</a>
      </p>
      {languages.map((one) => (
        <p key={one.language} className="hint m-0">
          {say("{language}: {left}", { language: LANGUAGES[one.language].name, left: leftInWords(one) })}
        </p>
      ))}
    </div>
  )
  return (
    <ConsultationFrame frame={frame} of={of} page="questions">
      {!draft && questions.some(({ kind }) => kind === "statements") ? (
        <p>
          <a href={addressOf(lio, id, "statements")}>{say("Statements proposed by groups")}</a>
          {waiting > 0
            ? ` (${sayCount(waiting, { one: "{count} waiting to be read", other: "{count} waiting to be read" })})`
            : null}
        </p>
      ) : null}
      {draft && of.keeps ? (
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <h2 className="sr-only">{say("Questions")}</h2>
            {questions.length === 0 ? (
              <p className="max-w-2xl">
                {say(
                  "Five to eight short questions are enough. Ask one or two in groups’ own words: those become your evidence.",
                )}
              </p>
            ) : (
              <QuestionList
                lio={lio}
                questions={questions}
                at={addressOf(lio, id, "questions")}
                move={moveQuestionForm}
                of={{ name: "consultationId", value: id }}
              />
            )}
            <Add
              frame={frame}
              id={id}
              first={isNextOn("questions", of)}
              others={others}
              earlier={hooksOf(questions, of.consultation)}
              anonymous={!knowsWhose(of.consultation)}
            />
            <PutBlock lio={lio} id={id} blocks={blocks} />
            <SaveBlock lio={lio} id={id} questions={questions} />
            {questions.length > 0 ? elsewhere : null}
          </div>
          <Preview questions={questions}>{preview}</Preview>
        </div>
      ) : questions.length === 0 ? (
        <EmptyState drawing="letters" title={say("No questions yet")}>
          {say("They’re added while it’s a draft.")}
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">{say("Questions")}</h2>
          <p>
            {draft
              ? say("Only workers and managers can change the questions.")
              : state === "open"
                ? say("Only spelling, help and more answers to choose from can change while it’s open.")
                : say("The questions stay as they were asked.")}{" "}
            {preview}
          </p>
          <AskedQuestions
            questions={questions}
            change={of.keeps && state === "open" ? addressOf(lio, id, "questions") : undefined}
          />
          {elsewhere}
          <QuestionVersions versions={versions} />
          {of.keeps ? <SaveBlock lio={lio} id={id} questions={questions} /> : null}
        </>
      )}
    </ConsultationFrame>
  )
}

function Preview({ questions, children }: { questions: Question[]; children: React.ReactNode }) {
  return (
    <aside
      aria-labelledby="as-seen"
      className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      <h2 id="as-seen" className="mt-0">
        {say("As groups see it")}
      </h2>
      {questions.length === 0 ? <p>{say("Your questions show here as you add them.")}</p> : null}
      <AskedQuestions questions={questions} />
      {questions.length > 0 ? <p>{children}</p> : null}
    </aside>
  )
}

type AddProps = {
  frame: FrameData
  id: string
  first: boolean
  others: { id: string; title: string }[]
  earlier: Hook[] | null
  /** Answers are named to nobody. */
  anonymous: boolean
}

function Add({ frame, id, first, others, earlier, anonymous }: AddProps) {
  const kind = first ? undefined : "secondary"
  return (
    <section aria-labelledby="add">
      <h2 id="add">{say("Add a question")}</h2>
      <LongForm
        action={addQuestionForm}
        frame={frame}
        values={{
          ...{ kind: "text", steps: 5 },
          ...lineValues("options", [], 3),
          ...rowValues("onlyIf", [], { said: "" }, 1),
        }}
        submit={say("Add the question")}
        kind={kind}
        id="one"
      >
        <HiddenField name="consultationId" value={id} />
        <QuestionFields earlier={earlier} anonymous={anonymous} />
      </LongForm>
      <div className="mt-4">
        <Form
          fold={say("Paste several at once")}
          action={addQuestionsForm}
          lio={frame.lio.slug}
          submit={say("Add these questions")}
          kind="secondary"
          id="several"
        >
          <HiddenField name="consultationId" value={id} />
          <TextArea
            name="lines"
            label={say("Questions, one on each line")}
            hint={say(
              "For a question with options, put each option on its own line below it, with a dash in front: groups then choose one. You can change the kind of answer afterwards.",
            )}
            rows={10}
          />
        </Form>
      </div>
      {others.length > 0 ? (
        <div className="mt-4">
          <Form
            fold={say("Use questions from another consultation")}
            action={takeQuestionsForm}
            lio={frame.lio.slug}
            submit={say("Use these questions")}
            kind="secondary"
            id="take"
          >
            <HiddenField name="id" value={id} />
            <Select
              name="fromId"
              label={say("Which consultation?")}
              options={others.map((one) => ({ value: one.id, label: one.title }))}
              empty={say("Choose a consultation")}
            />
          </Form>
        </div>
      ) : null}
    </section>
  )
}
