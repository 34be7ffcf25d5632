// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary page: all terms, to be searched and read.
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QTableView;

namespace halfopen {

class GlossaryFilter;
class GlossaryModel;
class SearchField;

/// A window of its own that stays open beside the work.
class GlossaryDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit GlossaryDialog(QWidget* parent);

    /// Selects that term, unfiltered; an unknown one becomes the search text.
    void showTerm(const QString& term);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void retranslate();
    void filter();
    void copyRow();

    GlossaryModel* m_model = nullptr;
    GlossaryFilter* m_filter = nullptr;
    SearchField* m_search = nullptr;
    QComboBox* m_topic = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_nothing = nullptr;
};

/// Opens the glossary of that window, once only, at `term` if there is one.
void showGlossary(QWidget* window, const QString& term = {});

} // namespace halfopen
