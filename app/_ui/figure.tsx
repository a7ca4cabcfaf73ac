import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { Static } from "./static"

type Props = {
  finding: string
  about?: ReactNode
  table: { heads: string[]; rows: (string | number)[][] }
  /** Where the numbers can be fetched; made from the table when left out. */
  csv?: string
  children: ReactNode
}

const quoted = (value: string | number) =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
const formulaSafe = (value: string | number) =>
  typeof value === "string" && /^[=+\-@\t]/.test(value) ? `'${value}` : value

/** The table of a chart as a file to save. */
export const csvAddress = ({ heads, rows }: Props["table"]) =>
  `data:text/csv;charset=utf-8,${encodeURIComponent([heads, ...rows].map((row) => row.map((cell) => quoted(formulaSafe(cell))).join(",")).join("\r\n"))}`

/** A chart with what it shows as its title, and its numbers as a table and a file. It is drawn once, and needs no scripts. */
export function Figure({ finding, about, table, csv, children }: Props) {
  const [first, ...others] = table.heads
  return (
    <Static as="figure" className="my-6 max-w-4xl">
      <figcaption className="mb-4">
        <p className="m-0 font-serif text-xl leading-snug font-bold">{finding}</p>
        {about ? <p className="m-0 text-soft">{about}</p> : null}
      </figcaption>
      {children}
      <details className="fold mt-3">
        <summary>{say("The numbers as a table")}</summary>
        <div>
          <table className="table mb-2">
            <caption className="sr-only">{finding}</caption>
            <thead>
              <tr>
                <th scope="col">{first}</th>
                {others.map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, at) => (
                    <td key={others[at]} className="number">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <a href={csv ?? csvAddress(table)} download={csv ? undefined : "numbers.csv"}>
            {say("Save as CSV")}
          </a>
        </div>
      </details>
    </Static>
  )
}
