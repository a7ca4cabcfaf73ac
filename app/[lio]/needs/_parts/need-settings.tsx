import { Select } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { formatDate, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { hideNeedForm, mergeNeedForm, showNeedForm } from "../actions"

type Shown = { lio: string; need: { id: string; publicWords: string | null; shownAt: string | null } }

/** Whether the public page shows a need, and with which words. */
export function OnPublicPage({ lio, need: { id, publicWords, shownAt } }: Shown) {
  return (
    <section aria-labelledby="public">
      <h2 id="public">{say("On your public page")}</h2>
      <p className="max-w-2xl">
        {shownAt
          ? sayRich("It has stood on <link>the public page of needs</link> since {day}.", {
              day: formatDate(shownAt),
              link: (text) => <a href={`/${lio}/needed`}>{text}</a>,
            })
          : say(
              "The public page doesn’t show it. What it says there is written for it: the story above, and who told you, are never shown.",
            )}
      </p>
      <Form
        action={showNeedForm}
        lio={lio}
        id="show"
        kind="secondary"
        submit={shownAt ? say("Save the words") : say("Show it")}
        values={{ publicWords }}
      >
        <input type="hidden" name="id" value={id} />
        <TextArea
          name="publicWords"
          label={say("What the public page says of it")}
          hint={say("Without a name or a story that somebody could be known by")}
          rows={2}
          optional
        />
      </Form>
      {shownAt ? (
        <Form
          action={hideNeedForm}
          lio={lio}
          id="hide"
          kind="plain"
          submit={say("Take it off the public page")}
        >
          <input type="hidden" name="id" value={id} />
        </Form>
      ) : null}
    </section>
  )
}

type Merging = { lio: string; id: string; others: { id: string; title: string }[] }

/** Makes a need part of another that says the same. */
export function SameAsAnother({ lio, id, others }: Merging) {
  if (others.length === 0) return null
  return (
    <div className="mt-6">
      <Form
        fold={say("It’s the same as another need")}
        action={mergeNeedForm}
        lio={lio}
        id="merge"
        kind="secondary"
        submit={say("Make them one need")}
      >
        <input type="hidden" name="id" value={id} />
        <Select
          name="intoId"
          label={say("Which one stays?")}
          hint={say("Where this one was heard, its figures, groups and replies go to it. You can undo it.")}
          options={others.map((one) => ({ value: one.id, label: one.title }))}
          empty={say("Choose a need")}
        />
      </Form>
    </div>
  )
}
