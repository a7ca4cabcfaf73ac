"use client"

/** Ticks or unticks every row of the page. Without scripts each row still has its own box. */
export function SelectPage({ name, form }: { name: string; form: string }) {
  return (
    <input
      type="checkbox"
      aria-label="Select every row of this page"
      className="size-6 accent-leaf"
      onChange={(event) => {
        const rows = event.currentTarget
          .closest("table")
          ?.querySelectorAll<HTMLInputElement>(`tbody input[name="${name}"][form="${form}"]`)
        for (const row of rows ?? []) row.checked = event.currentTarget.checked
      }}
    />
  )
}
