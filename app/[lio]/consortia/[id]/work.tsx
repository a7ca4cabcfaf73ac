import { Select } from "@/app/_ui/choices"
import { formatDate, formatMoment } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import type { InRoom } from "@/lib/opportunities/consortia/people/queries"
import type { Decision, Question, Task } from "@/lib/opportunities/consortia/work/queries"
import { say } from "@/lib/words"
import { RoomForm } from "../_parts/room-form"
import { addConsortiumTaskForm, finishConsortiumTaskForm, noteDecisionForm, sayInRoomForm } from "../actions"

type Of = { lio: string; id: string; open: boolean; zone: string }

/** What is to be done, and what is done. */
export function Tasks({ lio, id, open, zone, tasks, people }: Of & { tasks: Task[]; people: InRoom[] }) {
  const here = people.filter(({ leftAt }) => !leftAt).map((one) => ({ value: one.personId, label: one.name }))
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{say("Tasks")}</h2>
      {tasks.length === 0 ? <p className="text-soft">{say("No tasks yet.")}</p> : null}
      <ul className="max-w-3xl list-none p-0">
        {tasks.map((task) => (
          <li key={task.id} className="border-b border-line py-2">
            <p className="m-0 wrap-anywhere">{task.what}</p>
            <p className="m-0 text-soft">
              {task.doneAt
                ? say("{who}, done on {day}", { who: task.who, day: formatDate(new Date(task.doneAt), zone) })
                : task.dueOn
                  ? say("{who}, by {day}", { who: task.who, day: formatDate(task.dueOn) })
                  : task.who}
            </p>
            {open && !task.doneAt ? (
              <RoomForm
                room={id}
                of={{ taskId: task.id }}
                action={finishConsortiumTaskForm}
                lio={lio}
                id={`done-${task.id}`}
                submit={say("It’s done")}
                kind="plain"
              />
            ) : null}
          </li>
        ))}
      </ul>
      {open ? (
        <RoomForm
          room={id}
          action={addConsortiumTaskForm}
          lio={lio}
          id="task"
          fold={say("Add a task")}
          submit={say("Add the task")}
        >
          <TextField name="what" label={say("What’s to be done?")} />
          <Select name="personId" label={say("Who does it?")} options={here} />
          <DateFields name="dueOn" legend={say("By when?")} optional />
        </RoomForm>
      ) : null}
    </section>
  )
}

/** What was decided. */
export function Decisions({ lio, id, open, decisions }: Of & { decisions: Decision[] }) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{say("Decisions")}</h2>
      {decisions.length === 0 ? <p className="text-soft">{say("No decisions yet.")}</p> : null}
      <ul className="max-w-3xl list-none p-0">
        {decisions.map((one) => (
          <li key={one.id} className="border-b border-line py-2">
            <p className="m-0 whitespace-pre-line wrap-anywhere">{one.words}</p>
            <p className="m-0 text-soft">
              {one.by
                ? say("{day}, written down by {name}", { day: formatDate(one.on), name: one.by })
                : formatDate(one.on)}
            </p>
          </li>
        ))}
      </ul>
      {open ? (
        <RoomForm
          room={id}
          action={noteDecisionForm}
          lio={lio}
          id="decision"
          fold={say("Write down a decision")}
          submit={say("Write it down")}
        >
          <TextArea name="words" label={say("What was decided?")} />
          <DateFields name="on" legend={say("When?")} quick />
        </RoomForm>
      ) : null}
    </section>
  )
}

const Said = ({ words, by, at, zone }: { words: string; by: string | null; at: string; zone: string }) => (
  <>
    <p className="m-0 whitespace-pre-line wrap-anywhere">{words}</p>
    <p className="m-0 text-soft">
      {by
        ? say("{name}, {when}", { name: by, when: formatMoment(new Date(at), zone) })
        : formatMoment(new Date(at), zone)}
    </p>
  </>
)

/** Questions in order, each with its answers. */
export function Questions({ lio, id, open, zone, questions }: Of & { questions: Question[] }) {
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{say("Questions and answers")}</h2>
      {questions.length === 0 ? <p className="text-soft">{say("No questions yet.")}</p> : null}
      <ol className="max-w-3xl list-none p-0">
        {questions.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <Said zone={zone} {...one} />
            <ul className="mt-2 list-none border-l-2 border-line pl-4">
              {one.answers.map((answer) => (
                <li key={answer.id} className="mb-2">
                  <Said zone={zone} {...answer} />
                </li>
              ))}
            </ul>
            {open ? (
              <RoomForm
                room={id}
                of={{ answersId: one.id }}
                action={sayInRoomForm}
                lio={lio}
                id={`to-${one.id}`}
                fold={say("Answer")}
                submit={say("Send")}
              >
                <TextArea name="words" label={say("Your answer")} />
              </RoomForm>
            ) : null}
          </li>
        ))}
      </ol>
      {open ? (
        <RoomForm
          room={id}
          action={sayInRoomForm}
          lio={lio}
          id="ask"
          fold={say("Ask a question")}
          submit={say("Send")}
        >
          <TextArea name="words" label={say("Your question")} />
        </RoomForm>
      ) : null}
    </section>
  )
}
