import { redirect } from "next/navigation"
import { type FrameData, type PageProps, visitByLink } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { Progress } from "@/app/_ui/task-list"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import { toldIn } from "@/app/[lio]/files/_parts/files-of"
import { Version } from "@/app/[lio]/groups/_parts/version"
import { type Ctx, personOf } from "@/lib/access/ctx"
import { answerField, rankFields, rateFields } from "@/lib/consultations/answering/input"
import {
  type Answer,
  firstUnanswered,
  type getOpenResponse,
  type OpenResponse,
  shownIn,
} from "@/lib/consultations/answering/queries"
import { knowsWhose } from "@/lib/consultations/policy"
import { hangsOn, onlyIfYou } from "@/lib/consultations/questions/showing/words"
import { listQuestionVersions } from "@/lib/consultations/questions/versions/queries"
import { readVoting } from "@/lib/consultations/statements/queries"
import { noteThere } from "@/lib/consultations/together/commands"
import { listColleagues, listComments } from "@/lib/consultations/together/queries"
import { agoInWords } from "@/lib/consultations/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { responseAt } from "../../_parts/chosen-language"
import { KeepChoice } from "../../_parts/conflict-choice"
import { QuestionField } from "../../_parts/question-field"
import { ChangedQuestion } from "../../_parts/question-versions"
import { SectionBegins } from "../../_parts/section-begins"
import { LanguageLinks, marking } from "../../_parts/tongue"
import { ChooseGroup } from "../_parts/choose-group"
import { FileAnswer } from "./_parts/file-answer"
import { StatementVotes } from "./_parts/statement-votes"
import { Colleagues, Comments } from "./_parts/together"
import { saveAnswerForm } from "./actions"

type Place = Awaited<ReturnType<typeof getOpenResponse>>

/** Notes who has which question before them, and reads who else is there and what colleagues said of it. */
async function readTogether(ctx: Ctx, { consultation, answering }: Place, number: number) {
  const question = answering?.questions[number - 1]
  if (!answering?.open || answering.behalf || !question) return { colleagues: [], comments: [] }
  const place = { consultationId: consultation.id, groupId: answering.group.id }
  await noteThere(ctx, { ...place, questionId: question.id })
  const [colleagues, comments] = await Promise.all([
    listColleagues(ctx, place),
    listComments(ctx, place, question.id),
  ])
  return { colleagues, comments }
}

/** One question a page; without one in the address, the first that has no answer. */
export default async function AnswerPage(props: PageProps) {
  const [frame, read] = await visitByLink(
    props,
    async (ctx, query, params) => {
      const group = groupIn(query)
      const place = await responseAt(ctx, query, params)
      const number = Number(query.question)
      const back = query.from === "check"
      const question = place.answering?.questions[number - 1]
      const { statement } = query
      return {
        ...place,
        ...(await readTogether(ctx, place, number)),
        group,
        number,
        back,
        versions: (await listQuestionVersions(ctx, place.consultation.id)).filter(
          ({ questionId }) => questionId === question?.id,
        ),
        voting:
          place.answering && question?.kind === "statements"
            ? await readVoting(ctx, place.consultation.id, place.answering, question, {
                statement,
                list: back,
              })
            : null,
        problem: toldIn(query).problem,
        me: personOf(ctx.actor)?.personId,
        now: ctx.now,
        zone: ctx.lio.timezone,
      }
    },
    { reads: false },
  )
  const {
    consultation,
    yours,
    answering,
    languages,
    group,
    number,
    back,
    problem,
    me,
    now,
    zone,
    voting,
    versions,
    colleagues,
    comments,
  } = read
  const { id } = consultation
  const lio = frame.lio.slug
  const { tongue } = languages
  if (!answering)
    return <ChooseGroup frame={frame} consultation={consultation} groups={yours} tongue={languages.tongue} />
  if (!answering.open) redirect(addressOf(lio, id, answering.response ? "ours" : "", { group }))
  const question = answering.questions[number - 1]
  const shown = shownIn(answering)
  const place = question ? shown.indexOf(question) : -1
  if (!question || place < 0) {
    const first = firstUnanswered(answering)
    redirect(addressOf(lio, id, first ? "answer" : "check", { group, question: first }))
  }
  const before = shown[place - 1]
  const on = hangsOn(question, answering.questions)
  const answer = answering.answers.get(question.id)
  const unsure = answer?.value.unsure ?? false
  const previous = back
    ? addressOf(lio, id, "check", { group })
    : before
      ? addressOf(lio, id, "answer", { group, question: answering.questions.indexOf(before) + 1 })
      : addressOf(lio, id, answering.behalf ? "reach" : "")
  const title = say("Question {number}: {question}", { number, question: question.title })
  return (
    <Frame {...frame} title={problem ? say("Error: {title}", { title }) : title} at="consultations">
      <BackLink href={previous} />
      <LanguageLinks
        {...languages}
        at={(lang) =>
          addressOf(lio, id, "answer", { group, question: number, from: back ? "check" : null, lang })
        }
      />
      <Progress thing={say("Question")} at={number} of={answering.questions.length} />
      <ForWhom answering={answering} lio={frame.lio} nothing={addressOf(lio, id, "nothing", { group })} />
      <Colleagues colleagues={colleagues} now={now} zone={zone} />
      <SectionBegins question={question} tongue={tongue} alone />
      {on ? <p className="hint">{marking(tongue)(onlyIfYou(on, answering.behalf))}</p> : null}
      <ChangedQuestion versions={versions} />
      {voting ? (
        <StatementVotes
          question={question}
          tongue={tongue}
          voting={voting}
          where={{
            ...{ lio, id, group, number, back },
            last: place === shown.length - 1,
            proposes: knowsWhose(consultation),
          }}
        />
      ) : question.kind === "file" ? (
        <>
          <LastSaved answer={answer} me={me} ago={(at) => agoInWords(at, now, zone)} />
          <FileAnswer
            question={question}
            tongue={tongue}
            answer={answer}
            where={{ lio, id, group, number, back }}
            problem={problem}
          />
        </>
      ) : (
        <>
          <LastSaved answer={answer} me={me} ago={(at) => agoInWords(at, now, zone)} />
          <Form
            action={saveAnswerForm}
            lio={lio}
            values={{
              answer:
                unsure && (question.kind === "number" || question.kind === "ranking")
                  ? ""
                  : answerField(answer?.value),
              unsure,
              ...(question.kind === "ranking" ? rankFields(question, answer?.value) : {}),
              ...rateFields(question, answer?.value),
              says: answer?.value.says,
              version: answer?.revision ?? 0,
            }}
            submit={null}
          >
            <HiddenField name="id" value={id} />
            <HiddenField name="group" value={group ?? ""} />
            <HiddenField name="questionId" value={question.id} />
            <Version />
            <QuestionField question={question} tongue={tongue} />
            <KeepChoice both={["text", "multiple", "matrix"].includes(question.kind)} />
            <div className="flex flex-wrap gap-4">
              <SubmitButton name="button" value={back ? "check" : "next"}>
                {say("Continue")}
              </SubmitButton>
              <SubmitButton kind="secondary" name="button" value="later">
                {say("Save and come back later")}
              </SubmitButton>
            </div>
          </Form>
        </>
      )}
      {answering.behalf || answering.nameless || !knowsWhose(consultation) ? null : (
        <Comments
          comments={comments}
          lio={lio}
          id={id}
          group={answering.group.id}
          questionId={question.id}
          now={now}
          zone={zone}
        />
      )}
    </Frame>
  )
}

type LastSavedProps = { answer: Answer | undefined; me: string | undefined; ago: (at: Date) => string }

/** Who changed the answer last, and when. */
const LastSaved = ({ answer, me, ago }: LastSavedProps) =>
  answer ? (
    <p className="hint">
      {say("{who} changed this answer {savedAt}.", {
        who: answer.savedBy === me ? say("You") : (answer.saver ?? say("Somebody")),
        savedAt: ago(answer.savedAt),
      })}
    </p>
  ) : null

/** For which group, and that staff enter it from paper. */
function ForWhom({
  answering,
  lio,
  nothing,
}: {
  answering: OpenResponse
  lio: FrameData["lio"]
  nothing: string
}) {
  return (
    <p className="mb-6">
      {answering.behalf ? (
        <>
          {sayRich(
            "You are entering the answers of {group} from paper or a call. They will be marked as entered by {lio}.",
            { group: <strong>{answering.group.name}</strong>, lio: lio.name },
          )}{" "}
          {answering.response ? null : <a href={nothing}>{say("They have nothing to say")}</a>}
        </>
      ) : (
        sayRich("For {group}", { group: <strong>{answering.group.name}</strong> })
      )}
    </p>
  )
}
