import { ButtonLink } from "@/app/_ui/button-link"
import { Dialog } from "@/app/_ui/dialog"
import { ActionMenu, Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { NextBar } from "@/app/_ui/next-bar"
import { refuseForm } from "../actions"
import { Group, LONG, Sample } from "./sample"
import { Waiting } from "./states"

const KINDS = [undefined, "secondary", "danger"] as const

/** Buttons and what opens on a press, at rest, in focus and on their way. */
export function ButtonSamples() {
  return (
    <Group id="buttons" title="Buttons">
      <Sample state="At rest">
        <div className="flex flex-wrap items-center gap-3">
          {KINDS.map((kind) => (
            <ButtonLink key={kind ?? "first"} href="/kit" kind={kind}>
              {kind === "danger" ? "Close the group" : kind ? "Preview" : "Save the group"}
            </ButtonLink>
          ))}
        </div>
      </Sample>
      <Sample state="In focus">
        <div className="flex flex-wrap items-center gap-3">
          {["", " button-secondary", " button-danger", " button-plain"].map((kind) => (
            <button key={kind} type="button" className={`button${kind} shows-focus`}>
              Save
            </button>
          ))}
          <a href="/kit" className="shows-focus">
            All the groups
          </a>
        </div>
      </Sample>
      <Sample state="On its way: the button says so, and is still there to focus">
        <Waiting />
      </Sample>
      <Sample state="Long words">
        <ButtonLink href="/kit">{`Add ${LONG}`}</ButtonLink>
      </Sample>
      <Sample state="One button that sends a form, and a plain one">
        <div className="flex flex-wrap items-center gap-3">
          <Form action={refuseForm} submit="Add" kind="secondary" id="one" />
          <Form action={refuseForm} submit="Take off" kind="plain" id="plain" />
        </div>
      </Sample>
      <Sample state="Opening: a fold, a menu, a dialog with a page of its own">
        <Disclosure summary="Why we ask">So that the council hears from every ward.</Disclosure>
        <Disclosure summary="Open from the start" open>
          <p>What stands in it.</p>
        </Disclosure>
        <div className="flex flex-wrap items-center gap-3">
          <ActionMenu about="Aldervale">
            <a href="/kit">Merge</a>
          </ActionMenu>
          <Dialog
            href="/kit"
            label="Open a dialog"
            title="A short question"
            className="button button-secondary"
          >
            <p>The same words stand on a page of their own.</p>
          </Dialog>
        </div>
      </Sample>
      <Sample state="What comes next: with its button, and with nothing to do">
        <NextBar words="Add the questions.">
          <ButtonLink href="/kit">Add a question</ButtonLink>
        </NextBar>
        <NextBar words="Nothing for now. It closes on 30 June 2026." />
      </Sample>
    </Group>
  )
}
