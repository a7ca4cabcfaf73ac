import type { pressTask } from "@/lib/tasks/moving/commands"
import { formatLongDate, say } from "@/lib/words"

type Snoozed = { act: "snoozed"; what: string; dueOn: string | null; move: string }
type Pressed = Awaited<ReturnType<typeof pressTask>> | Snoozed

/** What is said after a press beside a task, and what its Undo does; on the page where the button stood. */
export function pressed(done: Pressed, back: string) {
  if (done.act === "reopen")
    return {
      to: back,
      banner: { text: say("Back on the list: {what}", { what: done.what }), kind: "note" as const },
    }
  if (done.act === "done") {
    const again = done.next?.dueOn ? `. It’s due again on ${formatLongDate(done.next.dueOn)}` : ""
    return {
      to: back,
      banner: {
        text: say("Done: {what}{again}", { what: done.what, again }),
        undo: { what: "task" as const, id: done.id, back },
      },
    }
  }
  const text =
    done.act === "hand"
      ? say("Handed over to {to}: {what}", { to: done.to, what: done.what })
      : done.dueOn
        ? say("Snoozed until {day}: {what}", { day: formatLongDate(done.dueOn), what: done.what })
        : say("Snoozed until later: {what}", { what: done.what })
  return { to: back, banner: { text, undo: { what: "task-move" as const, id: done.move, back } } }
}
