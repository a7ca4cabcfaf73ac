"use client"

import { type ReactNode, useRef } from "react"
import { say } from "@/lib/words/say"

type Props = {
  /** The page with the same content: where the link leads with scripts off. */
  href: string
  label: ReactNode
  title: string
  className?: string
  children: ReactNode
}

/** Opens its content over the page; the link leads to a page of its own where scripts are off. */
export function Dialog({ href, label, title, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <a
        href={href}
        className={className}
        onClick={(event) => {
          if (!dialog.current?.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          dialog.current.showModal()
        }}
      >
        {label}
      </a>
      <dialog ref={dialog} aria-label={title}>
        <div className="flex items-start justify-between gap-4">
          <h2 className="mt-0">{title}</h2>
          <button type="button" className="button button-plain" onClick={() => dialog.current?.close()}>
            {say("Close")}
          </button>
        </div>
        {children}
      </dialog>
    </>
  )
}
