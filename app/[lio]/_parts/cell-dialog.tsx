"use client"

import { useEffect, useRef } from "react"
import { FormClient } from "@/app/_ui/form-client"
import type { Cell } from "@/lib/access/room-type"
import { say } from "@/lib/words/say"
import { changeCellForm } from "../cells/actions"
import { CellField } from "./cell-field"
import { NewArea, NewAreaFields } from "./new-area"
import { Seen } from "./seen"

/** A cell that was pressed: where it stands, and what it says, or why it cannot be changed here. */
export type OpenCell = {
  key: string
  button: HTMLButtonElement
  id: string
  column: string
  /** The page of its row. */
  page?: string
  cell?: Cell & { seen: string }
  wrong?: string
}

type Props = { lio: string; of: string; from: string; open: OpenCell; onClose: () => void }

/** The small form of one cell, beside it. */
export function CellDialog({ lio, of, from, open, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { button, cell, wrong } = open

  useEffect(() => {
    const box = dialog.current
    if (!box) return
    if (!box.open) box.showModal()
    // Beside the cell where there is room for it, in the middle of a phone; in sight also when it grows.
    const place = () => {
      if (innerWidth < 640) return
      const { left, bottom } = button.getBoundingClientRect()
      box.style.margin = "0"
      box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`
      box.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - box.offsetHeight - 8))}px`
    }
    place()
    const growing = new ResizeObserver(place)
    growing.observe(box)
    return () => growing.disconnect()
  }, [button])

  return (
    <dialog
      ref={dialog}
      className="cell-dialog"
      aria-label={cell ? say("{cell} of {name}", { cell: cell.label, name: cell.name }) : say("Not here")}
      onClose={onClose}
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
          <Choice cell={cell} />
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

/** The field of the cell, and what its list lacks. */
const Choice = ({ cell }: { cell: Cell }) =>
  cell.adds && cell.options.length === 0 ? (
    <>
      <p>{say("There are no areas on your list yet.")}</p>
      <NewAreaFields />
    </>
  ) : (
    <>
      <CellField cell={cell} />
      {cell.adds ? <NewArea /> : null}
    </>
  )

const Close = () => (
  <button
    type="button"
    className="button button-plain"
    onClick={(event) => event.currentTarget.closest("dialog")?.close()}
  >
    {say("Cancel")}
  </button>
)
