import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { Drawing, type DrawingName } from "@/app/_ui/drawing"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { refuseForm } from "../actions"
import { Group, LONG, Sample } from "./sample"

const DRAWINGS: Record<DrawingName, string> = {
  groups: "Groups",
  letters: "Letters",
  calendar: "Tasks",
  talk: "Sessions and networks",
  needs: "Needs",
  files: "Files",
  search: "Nothing found",
}

/** Banners of each kind, with what may stand in them; places where nothing is yet. */
export function MessageSamples() {
  return (
    <Group id="messages" title="Banners and empty places">
      <Sample state="Done, with links and Undo">
        <Banner
          links={[{ label: "View", href: "/kit" }]}
          undo={<Form action={refuseForm} submit="Undo" kind="plain" id="undo" />}
        >
          Session saved
        </Banner>
      </Sample>
      <Sample state="To know, and something wrong">
        <Banner kind="note">You see this page as your group sees it.</Banner>
        <Banner kind="problem">Three letters came back. Check the addresses.</Banner>
      </Sample>
      <Sample state="Long words">
        <Banner>{`Added ${LONG}`}</Banner>
      </Sample>
      <Sample state="Nothing yet, with the one thing to do">
        <EmptyState
          drawing="needs"
          title="No needs yet"
          action={<ButtonLink href="/kit">Add the first need</ButtonLink>}
        >
          A need is something people in your area lack. Written down with where and how you heard of it, it
          can be put to those who decide.
        </EmptyState>
      </Sample>
      <Sample state="Nothing found; and only a title">
        <EmptyState drawing="search" title="No groups match">
          Take a filter off, or look for other words.
        </EmptyState>
        <EmptyState title={LONG} />
      </Sample>
      <Sample state="The drawings">
        <ul className="flex list-none flex-wrap gap-6 p-0">
          {Object.entries(DRAWINGS).map(([name, words]) => (
            <li key={name}>
              <Drawing name={name as DrawingName} className="w-32 text-soft" />
              {words}
            </li>
          ))}
        </ul>
      </Sample>
    </Group>
  )
}
