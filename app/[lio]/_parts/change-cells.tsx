"use client"

import { useEffect, useRef, useState } from "react"
import { FormClient } from "@/app/_ui/form-client"
import type { Cell as Opened } from "@/lib/access/room-type"
import { say } from "@/lib/words"
import { changeCellForm } from "../cells/actions"
import { CellField } from "./cell-field"
import { Seen } from "./seen"

type Cell = Opened & { seen: string }
type Props = {
  lio: string
  /** The kind of the rows. */
  of: string
  /** The list's filters, as an address says them: where saving leads back to. */
  from: string
}
type Open = {
  key: string
  button: HTMLButtonElement
  id: string
  column: string
  /** The page of its row. */
  page?: string
  cell?: Cell
  wrong?: string
}

const LOST = say("We couldn’t open this just now. Try again in a minute.")

/** What a cell says and may say, or the words of why it cannot be changed here. */
async function fetchCell(
  lio: string,
  cell: { of: string; id: string; column: string },
): Promise<Partial<Open>> {
  const answer = await fetch(`/${lio}/cells?${new URLSearchParams(cell)}`).catch(() => null)
  const said = (await answer?.json().catch(() => null)) as (Cell & { message?: string }) | null
  return answer?.ok && said ? { cell: said } : { wrong: said?.message ?? LOST }
}

/** Opens a cell of the list that is pressed, saves it, and leads back to its row; the banner there has Undo. */
export function ChangeCells({ lio, of, from }: Props) {
  const [open, setOpen] = useState<Open>()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const pressed = async ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>("button[data-cell]") : null
      const row = button?.closest("[id^=row-]")
      const id = row?.id.slice("row-".length)
      if (!button || !id) return
      const page = row?.querySelector<HTMLAnchorElement>("a")?.href
      const column = button.dataset.cell ?? ""
      const fetched = await fetchCell(lio, { of, id, column })
      setOpen({ key: crypto.randomUUID(), button, id, column, page, ...fetched })
    }
    document.addEventListener("click", pressed)
    return () => document.removeEventListener("click", pressed)
  }, [lio, of])

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
      aria-label={cell ? say("{cell} of {name}", { cell: cell.label, name: cell.name }) : say("Not here")}
      onClose={() => {
        open.button.focus()
        setOpen(undefined)
      }}
    >
      {cell ? (
        <FormClient
          action={changeCellForm}
          lio={lio}
          id="cell"
          formKey={open.key}
          submit={say("Save")}
          values={{
            seen: cell.seen,
            value: cell.kind === "several" ? cell.value : (cell.value[0] ?? ""),
          }}
          secondary={<Close />}
        >
          <input type="hidden" name="of" value={of} />
          <input type="hidden" name="id" value={open.id} />
          <input type="hidden" name="column" value={open.column} />
          <Seen />
          <input type="hidden" name="from" value={from} />
          <CellField cell={cell} />
        </FormClient>
      ) : (
        <>
          <p>{wrong}</p>
          <p className="flex flex-wrap items-center gap-x-5">
            <a href={open.page}>{say("Open its page")}</a>
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
