import type { ASK_REPLIES } from "@/db/vocabulary"
import { formatDate, inWords, say, sayCount } from "../../words"

/** What is known of how far a representation has come. */
export type Standing = {
  whole: {
    body: string
    sentOn: string | null
    replyDueOn: string | null
    closedAt: Date | null
    asks: { id: string; position: number; evidence: unknown[]; reply: keyof typeof ASK_REPLIES | null }[]
    frozen: { version: number; withdrawnAt: Date | null }[]
  }
  /** The passages of its consultation that could be evidence. */
  passages: unknown[]
  today: string
}

/** The one next thing: what it is, the page on which it is done, and what its button says. `ask`: the one it is about. */
export type Next = { step: string; words: string; page: string; label: string; ask?: string } | null

function nextBeforeSending({ whole, passages }: Standing): Next {
  const { asks, frozen, body } = whole
  if (asks.length === 0)
    return {
      step: "ask",
      words: say("Say what they should do. One sentence for each thing you ask."),
      page: "#add",
      label: say("Add an ask"),
    }
  const bare = asks.filter(({ evidence }) => evidence.length === 0)
  const [first] = bare
  if (first && passages.length > 0)
    return {
      step: "evidence",
      words: sayCount(
        bare.length,
        {
          one: "Ask {bare} has no evidence yet. Pin what groups said to it.",
          other: "Asks {bare} have no evidence yet. Pin what groups said to them.",
        },
        { bare: inWords(bare.map(({ position }) => String(position))) },
      ),
      page: "",
      label: say("Pin evidence to ask {position}", { position: first.position }),
      ask: first.id,
    }
  const [version] = frozen.filter(({ withdrawnAt }) => !withdrawnAt)
  return version
    ? {
        step: "send",
        words: say("Version {version} is published. Send it to {body} from here, or mark it as sent.", {
          version: version.version,
          body,
        }),
        page: "sent",
        label: say("Send it"),
      }
    : {
        step: "publish",
        words: say("Read the paper through once more, then publish it."),
        page: "publish",
        label: say("Check the paper and publish"),
      }
}

function nextAfterSending({ whole, today }: Standing): Next {
  const { asks, replyDueOn, body } = whole
  const unanswered = asks.filter(({ reply }) => !reply)
  const [first] = unanswered
  if (!first)
    return {
      step: "close",
      words: say("Every ask has its reply. Tell the groups what came of it."),
      page: "close",
      label: say("Close it and tell the groups"),
    }
  const due = !replyDueOn
    ? ""
    : replyDueOn < today
      ? ` ${say("It was due on {replyDueOn}.", { replyDueOn: formatDate(replyDueOn) })}`
      : ` ${say("It’s due on {replyDueOn}.", { replyDueOn: formatDate(replyDueOn) })}`
  return {
    step: "reply",
    words: sayCount(
      unanswered.length,
      {
        one: "Waiting for {body} to reply to {count} ask.{due}",
        other: "Waiting for {body} to reply to {count} asks.{due}",
      },
      { body, due },
    ),
    page: "",
    label: say("Enter the reply"),
    ask: first.id,
  }
}

/** What should be done next with a representation; null once it is closed. */
export function nextThing(of: Standing): Next {
  if (of.whole.closedAt) return null
  return of.whole.sentOn ? nextAfterSending(of) : nextBeforeSending(of)
}
