import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { Tag, type Tone } from "./tag"

/** `tone`: the state stands out; else it is said plainly. */
type Task = { label: ReactNode; href?: string; hint?: ReactNode; state?: string; tone?: Tone }

/** Things to do, each with where it stands. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="mb-8 max-w-3xl list-none border-t border-line p-0">
      {tasks.map((task, at) => (
        <li
          key={task.href ?? at}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
        >
          <div className="min-w-0">
            {task.href ? <a href={task.href}>{task.label}</a> : task.label}
            {task.hint ? <span className="hint m-0">{task.hint}</span> : null}
          </div>
          {task.state && task.tone ? <Tag tone={task.tone}>{task.state}</Tag> : null}
          {task.state && !task.tone ? <span className="text-soft">{task.state}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** How far along one is, in words: "Question 3 of 8". */
export const Progress = ({ thing, at, of }: { thing: string; at: number; of: number }) => (
  <p className="mb-2 font-semibold text-soft">{say("{thing} {at} of {of}", { thing, at, of })}</p>
)
