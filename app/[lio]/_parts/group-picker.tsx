"use client"

import { type KeyboardEvent, useContext, useEffect, useId, useRef, useState } from "react"
import { OneField } from "@/app/_ui/field-parts"
import { FormContext, useField } from "@/app/_ui/form-context"
import { say } from "@/lib/words/say"
import { type Option, searchGroups, useGroupSearch } from "./group-search"

type Chosen = { id: string | null; name: string; hint?: string | null }
type Props = {
  lio: string
  /** The groups that are chosen at first; a null id is a new group. */
  chosen: Chosen[]
  /** Puts the focus here as the page opens, or on the next field when a group is chosen already. */
  focus?: boolean
  /** The id of the field to which the first choice leads. */
  next?: string
}

/** Told to the form when a group was chosen by typing. */
export const GROUP_CHOSEN = "trellis-group-chosen"
export type GroupChosen = { id: string }

const NAME = "groupName"
const focusOn = (field: string | undefined) => field && document.getElementById(field)?.focus()
const same = (one: Chosen, other: Chosen) => one.id === other.id && one.name === other.name

/**
 * Which groups are meant. Typing offers groups; without scripts the name is looked up on saving, and when it
 * could mean several they are offered then.
 */
export function GroupPicker({ lio, chosen: first, focus, next }: Props) {
  const { id, value, error, choices } = useField(NAME)
  const picks = useField("picks").values
  const { state } = useContext(FormContext)
  const [chosen, setChosen] = useState(first)
  const [typed, setTyped] = useState(value)
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState("")
  const [atFirst] = useState({ focus, next, chosen: first.length > 0 })
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const { options, of } = useGroupSearch(lio, open ? typed : "")
  const shown = open && options.length > 0

  useEffect(() => {
    // What was typed before the scripts arrived stays, and so does the focus.
    setTyped(input.current?.value ?? "")
    if (!atFirst.focus || input.current?.form?.contains(document.activeElement)) return
    if (atFirst.chosen) focusOn(atFirst.next)
    else input.current?.focus()
  }, [atFirst])

  function choose(option: Option | undefined) {
    if (!option) return
    const one = { id: option.id, name: option.name, hint: option.hint }
    setChosen((before) => (before.some((other) => same(one, other)) ? before : [...before, one]))
    if (input.current) input.current.value = ""
    setTyped("")
    setOpen(false)
    setTold(say("{option} added. You can name another group.", { option: option.name }))
    if (option.id)
      input.current?.dispatchEvent(
        new CustomEvent<GroupChosen>(GROUP_CHOSEN, { bubbles: true, detail: { id: option.id } }),
      )
    if (chosen.length === 0) focusOn(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step !== 0 && options.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((active + step + options.length) % options.length)
    } else if (event.key === "Enter" && shown && typed) {
      event.preventDefault()
      const words = typed.trim()
      // Whoever types faster than we find means what they typed, not what was found for half of it.
      if (of === words) choose(options[active])
      else
        searchGroups(lio, words).then(
          ([first]) => choose(first),
          () => {},
        )
    } else if (event.key === "Escape" && shown) {
      event.preventDefault()
      setOpen(false)
    }
  }

  const hint =
    chosen.length > 0
      ? say("You can name another group.")
      : next
        ? say("Type its name, or a caller’s telephone number. Choosing it takes you to the next question.")
        : say("Type its name, or a caller’s telephone number.")
  const current = state.values[NAME] === typed ? choices : undefined
  return (
    <OneField id={id} label={chosen.length > 0 ? say("Groups") : say("Group")} hint={hint} error={error}>
      {chosen.map((group) => (
        <ChosenGroup key={group.id ?? `new ${group.name}`} group={group} />
      ))}
      <div className="relative max-w-2xl">
        <input
          ref={input}
          id={id}
          name={NAME}
          defaultValue={value}
          onChange={(event) => {
            setTyped(event.target.value)
            setOpen(true)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          className="input"
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={list}
          aria-activedescendant={shown ? `${list}-${active}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={[`${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")}
        />
        <div
          role="listbox"
          id={list}
          aria-label={say("Matches")}
          hidden={!shown}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-96 overflow-auto rounded-md border border-line-strong bg-surface shadow-lg"
        >
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input keeps the focus, and its keys move in the list
            <div
              key={option.id ?? "new"}
              id={`${list}-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              className="min-h-11 cursor-pointer px-4 py-2 hover:bg-sunken aria-selected:bg-leaf-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-leaf"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.id ? option.name : say("Add “{option}” as a new group", { option: option.name })}
              {option.hint ? <span className="hint m-0 inline"> {option.hint}</span> : null}
            </div>
          ))}
        </div>
      </div>
      <noscript>
        <p className="hint">{say("Several groups? Put ; between their names.")}</p>
      </noscript>
      <p role="status" className="sr-only">
        {told}
      </p>
      {picks
        .filter((pick) => !current?.some((choice) => choice.value === pick))
        .map((pick) => (
          <input key={pick} type="hidden" name="picks[]" value={pick} />
        ))}
      {current ? <WhichOne options={current} /> : null}
    </OneField>
  )
}

function ChosenGroup({ group }: { group: Chosen }) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        name={group.id ? "groupIds[]" : "newGroups[]"}
        value={group.id ?? group.name}
        defaultChecked
      />
      <span>
        {group.name}
        {group.id ? null : <span className="hint m-0">{say("New group")}</span>}
        {group.id && group.hint ? <span className="hint m-0">{group.hint}</span> : null}
      </span>
    </label>
  )
}

function WhichOne({ options }: { options: { value: string; label: string; hint?: string }[] }) {
  return (
    <fieldset className="mt-3">
      <legend className="sr-only">{say("Which group do you mean?")}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type="radio" name="picks[]" value={option.value} />
          <span>
            {option.label}
            {option.hint ? <span className="hint m-0">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
