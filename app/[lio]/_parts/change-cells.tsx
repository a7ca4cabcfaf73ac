"use client"

import { lazy, Suspense, useEffect, useState } from "react"
import { say } from "@/lib/words/say"
import type { OpenCell } from "./cell-dialog"

/** The form of a cell is sent when the first one is opened, and not with every list. */
const CellDialog = lazy(() => import("./cell-dialog").then((file) => ({ default: file.CellDialog })))

type Props = {
  lio: string
  /** The kind of the rows. */
  of: string
  /** The list's filters, as an address says them: where saving leads back to. */
  from: string
}

const LOST = say("We couldn’t open this just now. Try again in a minute.")

/** What a cell says and may say, or the words of why it cannot be changed here. */
async function fetchCell(
  lio: string,
  cell: { of: string; id: string; column: string },
): Promise<Pick<OpenCell, "cell" | "wrong">> {
  const answer = await fetch(`/${lio}/cells?${new URLSearchParams(cell)}`).catch(() => null)
  const said = (await answer?.json().catch(() => null)) as
    | (NonNullable<OpenCell["cell"]> & { message?: string })
    | null
  return answer?.ok && said ? { cell: said } : { wrong: said?.message ?? LOST }
}

/** Opens a cell of the list that is pressed, saves it, and leads back to its row; the banner there has Undo. */
export function ChangeCells({ lio, of, from }: Props) {
  const [open, setOpen] = useState<OpenCell>()

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

  if (!open) return null
  return (
    <Suspense fallback={null}>
      <CellDialog
        key={open.key}
        {...{ lio, of, from, open }}
        onClose={() => {
          open.button.focus()
          setOpen(undefined)
        }}
      />
    </Suspense>
  )
}
