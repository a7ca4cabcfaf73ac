import { Form } from "@/app/_ui/form"
import { plural } from "@/lib/words"
import { mendForm } from "../actions"

type Problem = { row: number; column: string; problem: string; at: number; value: string }
type Props = { lio: string; importId: string; problems: Problem[]; open: boolean }

/** So many are shown at once; the rest are in the file of rows to mend. */
const SHOWN = 100

/** What could not be read, each with its cell to put right on the spot. */
export function Problems({ lio, importId, problems, open }: Props) {
  const shown = problems.slice(0, SHOWN)
  const firsts = new Set<string>()
  const cell = (problem: Problem) => {
    const key = `${problem.row}:${problem.at}`
    if (!open || problem.at < 0 || firsts.has(key)) return null
    firsts.add(key)
    return key
  }
  const list = (
    <table className="table table-stack">
      <caption className="sr-only">Problems by row</caption>
      <thead>
        <tr>
          <th scope="col">Row in your file</th>
          <th scope="col">Column</th>
          <th scope="col">What is wrong</th>
          {open ? <th scope="col">What it should say</th> : null}
        </tr>
      </thead>
      <tbody>
        {shown.map((problem, index) => {
          const key = cell(problem)
          return (
            <tr key={`${problem.row}-${problem.column}-${index}`}>
              <th scope="row" data-label="Row">
                {problem.row}
              </th>
              <td data-label="Column">{problem.column}</td>
              <td className="wrap-anywhere" data-label="What is wrong">
                {problem.problem}
              </td>
              {open ? (
                <td>
                  {key ? (
                    <>
                      <input type="hidden" name="cells[]" value={key} />
                      <input
                        className="input"
                        name="values[]"
                        defaultValue={problem.value}
                        aria-label={`${problem.column} of row ${problem.row}`}
                      />
                    </>
                  ) : null}
                </td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
  return (
    <>
      <h2 id="problems">{plural(problems.length, "thing")} to look at</h2>
      <p>
        A value that cannot be read is left out; the rest of its row comes in. Put right here what is quickly
        put right, or <a href={`/${lio}/groups/import/${importId}/bad-rows`}>download these rows</a> with what
        is wrong in a last column, mend them, and bring that file in.
      </p>
      {open ? (
        <Form action={mendForm} lio={lio} submit="Check again" kind="secondary" id="mend">
          <input type="hidden" name="id" value={importId} />
          {list}
        </Form>
      ) : (
        list
      )}
      {problems.length > shown.length ? (
        <p>And {problems.length - shown.length} more, all in the file that you can download.</p>
      ) : null}
    </>
  )
}
