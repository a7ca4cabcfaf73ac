"use client"

import { useEffect, useRef, useState } from "react"
import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { FormClient } from "@/app/_ui/form-client"
import type { FormAction } from "@/app/_ui/form-state"
import type { Cell } from "@/lib/groups/cells/queries"
import { say } from "@/lib/words"
import { Version } from "./version"

type Props = {
  lio: string
  /** The list's filters, as an address says them: where saving leads back to. */
  from: string
  action: FormAction
}
type Open = {
  key: string
  button: HTMLButtonElement
  id: string
  column: string
  cell?: Cell
  wrong?: string
}

const FEW = 7
const LOST = say("We couldn’t open this just now. Try again in a minute.")

/** What a cell says and may say, or the words of why it cannot be changed here. */
async function fetchCell(lio: string, { id, column }: Pick<Open, "id" | "column">): Promise<Partial<Open>> {
  const answer = await fetch(`/${lio}/groups/${id}/cell?${new URLSearchParams({ column })}`).catch(() => null)
  const said = (await answer?.json().catch(() => null)) as (Cell & { message?: string }) | null
  return answer?.ok && said ? { cell: said } : { wrong: said?.message ?? LOST }
}

/** Opens a cell of the list that is pressed, saves it, and leads back to its row; the banner there has Undo. */
export function ChangeCells({ lio, from, action }: Props) {
  const [open, setOpen] = useState<Open>()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const pressed = async ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>("button[data-cell]") : null
      const id = button?.closest("tr")?.id.slice(2)
      if (!button || !id) return
      const at = { key: crypto.randomUUID(), button, id, column: button.dataset.cell ?? "" }
      setOpen({ ...at, ...(await fetchCell(lio, at)) })
    }
    document.addEventListener("click", pressed)
    return () => document.removeEventListener("click", pressed)
  }, [lio])

  useEffect(() => {
    const box = dialog.current
    if (!open || !box) return
    if (!box.open) box.showModal()
    const { left, bottom } = open.button.getBoundingClientRect()
    // Beside the cell where there is room for it, in the middle of a phone.
    if (innerWidth < 640) return
    box.style.margin = "0"
    box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`
    box.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - box.offsetHeight - 8))}px`
  }, [open])

  if (!open) return null
  const { cell, wrong } = open
  return (
    <dialog
      ref={dialog}
      className="cell-dialog"
      aria-label={cell ? say("{cell} of {group}", { cell: cell.label, group: cell.group }) : say("Not here")}
      onClose={() => {
        open.button.focus()
        setOpen(undefined)
      }}
    >
      {cell ? (
        <FormClient
          action={action}
          lio={lio}
          id="cell"
          formKey={open.key}
          submit={say("Save")}
          values={{
            version: String(cell.version),
            value: cell.kind === "several" ? cell.value : (cell.value[0] ?? ""),
          }}
          secondary={<Close />}
        >
          <input type="hidden" name="id" value={open.id} />
          <input type="hidden" name="column" value={open.column} />
          <Version />
          <input type="hidden" name="from" value={from} />
          <CellField cell={cell} />
        </FormClient>
      ) : (
        <>
          <p>{wrong}</p>
          <p className="flex flex-wrap items-center gap-x-5">
            <a href={`/${lio}/groups/${open.id}`}>{say("Open the group")}</a>
            <Close />
          </p>
        </>
      )}
    </dialog>
  )
}

const Close = () => (
  <button
    type="button"
    className="button button-plain"
    onClick={(event) => event.currentTarget.closest("dialog")?.close()}
  >
    {say("Cancel")}
  </button>
)

function CellField({ cell: { kind, label, options } }: { cell: Cell }) {
  if (kind === "typed") return <TextField name="value" label={label} />
  if (kind === "several")
    return options.length > 0 ? (
      <div className="cell-many">
        <Checkboxes name="value" legend={label} options={options} />
      </div>
    ) : (
      <p>{say("There is nothing to choose from yet: add to your lists under Settings.")}</p>
    )
  return options.length > FEW ? (
    <Select name="value" label={label} empty={null} options={options} />
  ) : (
    <Radios name="value" legend={label} options={options} />
  )
}
