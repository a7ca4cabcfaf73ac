import { say } from "@/lib/words/say"
import { SearchIcon } from "./search-icon"

type Props = { action: string; label: string; name?: string; value?: string; id?: string }

/** A box to search with, that leads to a page of results. */
export function SearchBox({ action, label, name = "q", value, id = "search" }: Props) {
  return (
    <search>
      <form action={action} method="get" className="flex max-w-md">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          id={id}
          name={name}
          type="search"
          defaultValue={value}
          placeholder={label}
          className="input rounded-r-none border-r-0"
        />
        <button type="submit" className="button rounded-l-none px-3">
          <SearchIcon />
          <span className="sr-only">{say("Search")}</span>
        </button>
      </form>
    </search>
  )
}
