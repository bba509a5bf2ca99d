"""What authors may write between dollar signs, and a place to set it."""

import re
from pathlib import Path

import build

ROOT = Path(build.__file__).parent

FORMULAS = r"""
\frac{a}{b} + \tfrac12 + \dfrac{1}{\frac{2}{3}} + \cfrac{1}{1+\cfrac{1}{x}}
\sqrt{x} + \sqrt[3]{\frac{x}{y}}
f(x) = \begin{cases} x & \text{if } x > 0 \\ -x & \text{otherwise} \end{cases}
\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
\begin{bmatrix} a \\ b \end{bmatrix} \begin{vmatrix} a & b \end{vmatrix}
\begin{array}{r|l:c} a & b & c \\ \hline d & e & f \\ \hdashline g & h & i \end{array}
\begin{array}{|c|} \hline\hline a \\ \hline \end{array}
\begin{aligned} a &= b + c \\ &= d \end{aligned}
\begin{align*} a &= b \\ c &= d \end{align*}
\begin{gathered} a \\ b \end{gathered} \begin{split} a &= b \end{split}
\begin{smallmatrix} 1 & 2 \end{smallmatrix}
\begin{multline*} a + b \\ + c \end{multline*}
\sum_{i=1}^{n} x_i + \prod_{i} y_i + \int_{-\infty}^{\infty} p(x)\,\mathrm{d}x
\lim_{x \to 0} f + \bigcup_i A_i + \sum_{\substack{i < n \\ j < m}} x_{ij}
\operatorname*{argmax}_{\theta} \operatorname{softmax}(z) \max_i \Pr(A \mid B)
\mathbb{E}_{x \sim p}[f(x)] \; \mathcal{L} \mathscr{L} \mathfrak{g} \mathsf{A} \mathtt{x}
\mathbf{1} \boldsymbol{\theta} \bm{x} \pmb{y}
\mathrm{KL}\left(\pi \,\middle\|\, \pi_0\right) = \mathbb{E}_{y \sim \pi}\!\left[\log\frac{p}{q}\right]
\bigl( \Bigl[ \biggl\{ \Biggl| x \Biggr| \biggr\} \Bigr] \bigr) \Big(x\Big) \lvert x \rvert \lVert x \rVert
\boxed{x = 1} \fbox{text} \overline{x} \underline{y} \cancel{x} \bcancel{y} \xcancel{z} \sout{w}
\hat{x} \bar{y} \vec{v} \vec{i} \dot{x} \ddot{x} \tilde{\theta} \hat{f} \widehat{xyz} \widetilde{AB}
\overrightarrow{AB} \acute{A} \check{A} \vec{f} \vec{A}
\underbrace{a + b}_{n} \overbrace{c}^{m} \overset{!}{=} \stackrel{?}{=} \underset{x}{y}
\xrightarrow{n \to \infty}
f'(x) + f''(x) + x'^2 + {}_a^b X + \sideset{_a}{^b}\sum + x^{a_{b_{c}}}
\text{if } x \text{ and $y$} \textbf{bold} \textit{italic} \texttt{code} \textsc{Caps} \textsf{sans}
a \, b \: c \; d \! e \quad f \qquad g \negmedspace h \negthickspace i ~ j \hspace{1em} k
\phantom{x} \smash{y} \hphantom{z} \mathrlap{x}
\binom{n}{k} \sfrac{1}{2} \not= \neq \le \approx \propto \iff \implies \coloneqq x := y \dots \cdots
100\% \$5 \alpha \Gamma \Pi \nabla \partial \infty \in \subseteq \forall \exists \emptyset \ell \hbar
\displaystyle \sum_a \textstyle \sum_b \scriptstyle c
\tag{1} x = y
x < y \land y > z \& "q"
\newcommand{\KL}{\mathrm{KL}} \KL(p, q)
""".strip().splitlines()


def inline(tex: str) -> str:
    """The formula without what TeX allows in display formulas only."""
    aligned = re.sub(r"align\*|split|(?<=\{)multline\*", "aligned", tex)
    return aligned.replace(r"\tag{1}", "")


def with_tools(folder: Path) -> Path:
    """A project with this one's tools and a cache of its own."""
    (folder / "web").symlink_to(ROOT / "web")
    return folder
