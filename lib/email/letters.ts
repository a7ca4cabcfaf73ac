import type { LetterFrame } from "@/emails/_parts/frame"

/** Every kind of letter there is, by its name: the file in emails/ that writes it. Only the worker opens these files. */
export const LETTERS = {
  digest: () => import("@/emails/digest"),
  "import-done": () => import("@/emails/import-done"),
  "membership-asked": () => import("@/emails/membership-asked"),
  "membership-decided": () => import("@/emails/membership-decided"),
  "membership-renewal": () => import("@/emails/membership-renewal"),
  "group-confirm": () => import("@/emails/group-confirm"),
  "network-decision": () => import("@/emails/network-decision"),
  "network-place": () => import("@/emails/network-place"),
  "network-post": () => import("@/emails/network-post"),
  "proposal-decided": () => import("@/emails/proposal-decided"),
  "representation-outcome": () => import("@/emails/representation-outcome"),
  "role-given": () => import("@/emails/role-given"),
  "role-invitation": () => import("@/emails/role-invitation"),
  "sign-in": () => import("@/emails/sign-in"),
  "staff-invitation": () => import("@/emails/staff-invitation"),
  "consultation-invitation": () => import("@/emails/consultation-invitation"),
  "consultation-reminder": () => import("@/emails/consultation-reminder"),
  "consultation-come-back": () => import("@/emails/consultation-come-back"),
  "consultation-ready": () => import("@/emails/consultation-ready"),
  "consultation-copy": () => import("@/emails/consultation-copy"),
  "consultation-outcome": () => import("@/emails/consultation-outcome"),
}

export type LetterName = keyof typeof LETTERS

type FileOf<N extends LetterName> = Awaited<ReturnType<(typeof LETTERS)[N]>>

/** What a letter needs to be written, beside the frame that the worker fills in. */
export type PropsOf<N extends LetterName> = Omit<Parameters<FileOf<N>["default"]>[0], keyof LetterFrame>
