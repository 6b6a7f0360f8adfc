"""Characters of mathematics as LaTeX spells them."""

from __future__ import annotations

import re
import unicodedata

OPENING = frozenset("( [ { | ‖ ⟨ ⌊ ⌈ 〈".split())
CLOSING = frozenset(") ] } | ‖ ⟩ ⌋ ⌉ 〉".split())
PRIMES = {"′": "'", "″": "''", "‴": "'''"}
FUNCTIONS = frozenset(
    "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp log ln lg det dim gcd max min sup inf lim "
    "liminf limsup arg deg hom ker Pr".split()
)
LIMITS = frozenset(
    "\\sum \\prod \\coprod \\int \\iint \\iiint \\oint \\bigcup \\bigcap \\bigvee \\bigwedge \\bigoplus \\bigotimes "
    "\\lim \\max \\min \\sup \\inf \\limsup \\liminf \\det \\gcd \\Pr".split()
)
ACCENTS = {
    "o": {
        "\\hat{}": "\\hat", "^": "\\hat", "¯": "\\overline", "‾": "\\overline", "\\bar{}": "\\overline",
        "\\sim": "\\tilde", "~": "\\tilde", "\\tilde{}": "\\tilde", "\\overbrace": "\\overbrace",
        "¨": "\\ddot", "ˇ": "\\check", "˘": "\\breve",
    },
    "u": {"\\underbrace": "\\underbrace", "_": "\\underline", "\\_": "\\underline", "‾": "\\underline"},
}  # fmt: skip
VARIANTS = {
    "bold": "\\mathbf", "bold-italic": "\\boldsymbol", "double-struck": "\\mathbb", "script": "\\mathcal",
    "bold-script": "\\mathcal", "fraktur": "\\mathfrak", "bold-fraktur": "\\mathfrak", "sans-serif": "\\mathsf",
    "bold-sans-serif": "\\mathsf", "monospace": "\\mathtt",
}  # fmt: skip
# How the names of styled letters, as 𝐀 is MATHEMATICAL BOLD CAPITAL A, say what styles them.
STYLES = (
    ("DOUBLE-STRUCK", "\\mathbb"), ("FRAKTUR", "\\mathfrak"), ("BLACK-LETTER", "\\mathfrak"), ("SCRIPT", "\\mathcal"),
    ("SANS-SERIF", "\\mathsf"), ("MONOSPACE", "\\mathtt"), ("BOLD ITALIC", "\\boldsymbol"), ("BOLD", "\\mathbf"),
    ("ITALIC", ""), ("PLANCK", ""),
)  # fmt: skip
NAMED = (
    "α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda "
    "μ mu µ mu ν nu ξ xi π pi ϖ varpi "
    "ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega "
    "Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega "
    "∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge ⨁ bigoplus ⨂ bigotimes "
    "± pm ∓ mp × times ÷ div ⋅ cdot · cdot ˙ cdot ∗ ast ⋆ star ★ star ∘ circ • bullet ⊕ oplus ⊗ otimes ⊖ ominus ⊙ odot "
    "∧ land ∨ lor ∩ cap ∪ cup ∖ setminus ≤ leq ≥ geq ⩽ leq ⩾ geq ≪ ll ≫ gg ≠ neq ≡ equiv ≈ approx ≃ simeq ≅ cong "
    "∼ sim ∝ propto ≺ prec ≻ succ ⪯ preceq ⪰ succeq ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq "
    "⊥ perp ∥ parallel ∣ mid ⊢ vdash ⊨ models ∀ forall ∃ exists ∄ nexists ¬ neg ∅ emptyset ∞ infty ∂ partial ∇ nabla "
    "ℏ hbar ħ hbar ℓ ell ℜ Re ℑ Im ℵ aleph ∠ angle △ triangle □ square ◻ square ◊ lozenge √ surd ° circ "
    "→ rightarrow ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ⟶ longrightarrow "
    "⟵ longleftarrow ⟹ Longrightarrow ⟸ Longleftarrow ⟺ Longleftrightarrow ↑ uparrow ↓ downarrow ⇑ Uparrow ⇓ Downarrow "
    "↪ hookrightarrow ⇌ rightleftharpoons … ldots ⋯ cdots ⋮ vdots ⋱ ddots ⟨ langle ⟩ rangle 〈 langle 〉 rangle "
    "⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ‖ | ⏞ overbrace ⏟ underbrace ∴ therefore ∵ because † dagger ‡ ddagger § S "
    "⊤ top ≜ triangleq ≔ coloneqq ≲ lesssim ≳ gtrsim ∎ blacksquare ■ blacksquare"
).split()
SYMBOLS = {
    **{character: f"\\{name}" for character, name in zip(NAMED[::2], NAMED[1::2], strict=True)},
    **{character: f"\\{character}" for character in "#$%&_{}"},
    **PRIMES,
    **dict.fromkeys("\u2061\u2062\u2063\u2064\u200b\ufeff", ""),  # application, times, commas and plus that none sees
    "−": "-", "‐": "-", "–": "-", "∶": ":", "\\": "\\backslash", "\xa0": " ",
}  # fmt: skip


def spelled(text: str) -> str:
    """Return characters as LaTeX; a command is parted from what follows."""
    written = "".join(_character(character) for character in text)
    return re.sub(r"(?<=[A-Za-z]) +(?![A-Za-z])", "", written).strip()


def _character(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    latex = SYMBOLS.get(character)
    if latex is None:
        latex = _styled(character)
    return f"{latex} " if latex[:1] == "\\" and latex[-1:].isalpha() else latex


def _styled(character: str) -> str:
    """Return a letter of the mathematical alphabets as the plain one, styled; any other character as it is."""
    plain = unicodedata.normalize("NFKC", character)
    if plain == character or len(plain) != 1 or not plain.isalnum():
        return character
    name = unicodedata.name(character, "")
    style = next((command for word, command in STYLES if word in name), None)
    if style is None:
        return character
    latex = SYMBOLS.get(plain, plain)
    return f"{style}{{{latex}}}" if style else latex
