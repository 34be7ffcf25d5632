// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: three ways to begin.
#pragma once

#include <QPushButton>
#include <QScrollArea>

#include "session/installation.h"

class QVBoxLayout;

namespace halfopen {

/// A large button with a title, what it does, and what one will see.
class ChoiceCard final : public QPushButton
{
    Q_OBJECT

public:
    ChoiceCard(const QString& title, const QString& what, const QString& see, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// Without what one will see.
    void setBrief(bool brief);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setReached(bool reached);

    QWidget* m_seen = nullptr;
};

/// Stands where hosts and time line will be until something is chosen. It opens nothing itself.
class WelcomePage final : public QScrollArea
{
    Q_OBJECT

public:
    /// The reader, the sender and the quick look are lessons 02, 04 and 03; without their files only the own settings are offered.
    explicit WelcomePage(const QList<Lesson>& lessons, QWidget* parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void lessonChosen(const halfopen::Lesson& lesson);
    void lessonWantedAtOnce(const halfopen::Lesson& lesson);
    void ownSettingsChosen();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What one will see can be left to be seen: on a low page the ways to begin need the room.
    void fitHeight();
    void addOwn(QVBoxLayout* layout);
    void addButtons(QVBoxLayout* layout, const QList<Lesson>& lessons);
    /// What a card says of its lesson.
    struct CardWords final
    {
        QString title;
        QString what;
        QString see;
    };
    void addLesson(QVBoxLayout* layout, const QList<Lesson>& lessons, const QString& number, const CardWords& words);

    QWidget* m_first = nullptr;
    bool m_tight = false;
};

} // namespace halfopen
