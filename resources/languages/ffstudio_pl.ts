<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
    <context>
        <name>ffstudio</name>
        <message>
            <location filename="../../ffstudio" />
            <source>Layer {layer}</source>
            <translation>Warstwa {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio" />
            <source>This loss makes the gap between an image's positive and negative version grow; no threshold parts all images.</source>
            <translation>Ta strata powiększa odstęp między pozytywną a negatywną wersją obrazu; żaden próg nie rozdziela wszystkich obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio" />
            <source>layer {layer}</source>
            <translation>warstwa {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio" />
            <source>{net}</source>
            <translation>{net}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>It may be damaged.</source>
            <translation>Może być uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>Open the model again.</source>
            <translation>Otwórz model jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>Save the model again after it has seen an image.</source>
            <translation>Zapisz model ponownie, gdy przyjął już jakiś obraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The architecture is damaged.</source>
            <translation>Architektura jest uszkodzona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The file does not say what the network's input looks like.</source>
            <translation>Plik nie mówi, jak wygląda wejście sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The file is refused.</source>
            <translation>Plik został odrzucony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The file may be damaged.</source>
            <translation>Plik może być uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer inside {layer_name} is missing.</source>
            <translation>Brakuje warstwy wewnątrz {layer_name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {layer_name} ({kind}) does not fit its input ({given}).</source>
            <translation>Warstwa {layer_name} ({kind}) nie pasuje do swojego wejścia ({given}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {layer_name} ({kind}) does not fit its input.</source>
            <translation>Warstwa {layer_name} ({kind}) nie pasuje do swojego wejścia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {layer_name} would put out {values} numbers per image.</source>
            <translation>Warstwa {layer_name} dawałaby liczb na obraz: {values}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {left_name} is fed by nothing.</source>
            <translation>Warstwa {left_name} nie jest niczym zasilana.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network has no layer {name}.</source>
            <translation>Sieć nie ma warstwy {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network has too many layers.</source>
            <translation>Sieć ma zbyt wiele warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network inside {layer_name} is missing.</source>
            <translation>Brakuje sieci wewnątrz {layer_name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network's input is missing.</source>
            <translation>Brakuje wejścia sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network's output is missing.</source>
            <translation>Brakuje wyjścia sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>There is no layer {kind}.</source>
            <translation>Nie ma warstwy {kind}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>Two layers of the network have one name.</source>
            <translation>Dwie warstwy sieci mają tę samą nazwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/cards.py" />
            <source>The reader's answer is damaged.</source>
            <translation>Odpowiedź programu czytającego jest uszkodzona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/cards.py" />
            <source>Try again.</source>
            <translation>Spróbuj ponownie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/network.py" />
            <source>Get a fresh copy.</source>
            <translation>Zdobądź świeżą kopię.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/network.py" />
            <source>The description of the net is damaged.</source>
            <translation>Opis sieci jest uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>0–16 (scikit-learn's digits)</source>
            <translation>0–16 (cyfry scikit-learn)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>1 − x/127.5 (black on white)</source>
            <translation>1 − x/127.5 (czarne na białym)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>1 − x/255 (black on white)</source>
            <translation>1 − x/255 (czarne na białym)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>255 − x (black on white)</source>
            <translation>255 − x (czarne na białym)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>Look at its layers; digits cannot be tried on it.</source>
            <translation>Obejrzyj jego warstwy; nie da się go wypróbować na cyfrach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>The model takes no grey images.</source>
            <translation>Model nie przyjmuje szarych obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>The preprocessing is damaged.</source>
            <translation>Przetwarzanie wstępne jest uszkodzone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>cut and scaled to {size}</source>
            <translation>przycięte i przeskalowane do {size}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>flat</source>
            <translation>spłaszczone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>framed to {size}</source>
            <translation>z ramką do {size}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>mean 0, deviation 1 in every image</source>
            <translation>średnia 0, odchylenie 1 w każdym obrazie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>raw 0–255</source>
            <translation>surowe 0–255</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>rows and columns exchanged</source>
            <translation>wiersze i kolumny zamienione</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>scaled to {size}</source>
            <translation>przeskalowane do {size}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>turned left</source>
            <translation>obrócone w lewo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>turned right</source>
            <translation>obrócone w prawo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>upside down</source>
            <translation>do góry nogami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source> of {total}</source>
            <translation> z {total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source>It was cancelled.</source>
            <translation>Anulowano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source>{self_text} {done} of {total}</source>
            <translation>{self_text} {done} z {total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source>{self_text} {done}{whole} MB</source>
            <translation>{self_text} {done}{whole} MB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Choose a file.</source>
            <translation>Wybierz plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Choose another file.</source>
            <translation>Wybierz inny plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Close it there and open it again.</source>
            <translation>Zamknij go tam i otwórz jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Close it there, or copy it to a place of your own.</source>
            <translation>Zamknij go tam albo skopiuj do własnego miejsca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Close other programs.</source>
            <translation>Zamknij inne programy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Copy it to this computer's disk and open the copy.</source>
            <translation>Skopiuj go na dysk tego komputera i otwórz kopię.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Give it a shorter one.</source>
            <translation>Nadaj mu krótszą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Have its permissions changed, or copy it to a place of your own.</source>
            <translation>Zmień jego uprawnienia albo skopiuj go do własnego miejsca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>a part of the path is a file, not a folder</source>
            <translation>część ścieżki to plik, nie folder</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>another program is using it</source>
            <translation>używa go inny program</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: its links lead round in a circle.</source>
            <translation>nie da się odczytać: jego dowiązania prowadzą w kółko.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: its name is too long.</source>
            <translation>nie da się odczytać: jego nazwa jest za długa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: the disk reports a fault.</source>
            <translation>nie da się odczytać: dysk zgłasza usterkę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: the place where it lies does not answer.</source>
            <translation>nie da się odczytać: miejsce, gdzie leży, nie odpowiada.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: there is not enough memory.</source>
            <translation>nie da się odczytać: brakuje pamięci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: too many files are open.</source>
            <translation>nie da się odczytać: otwarto zbyt wiele plików.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is a folder.</source>
            <translation>to folder.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is in use by another program.</source>
            <translation>jest używany przez inny program.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is locked by another program.</source>
            <translation>jest zablokowany przez inny program.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is not there: a part of its path is a file.</source>
            <translation>nie istnieje: część jego ścieżki to plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is not there: moved, renamed or deleted.</source>
            <translation>nie istnieje: przeniesiony, przemianowany lub usunięty.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>it is a folder</source>
            <translation>to folder</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>it would be too large for this disk</source>
            <translation>byłby za duży na ten dysk</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>it would have to move to another disk</source>
            <translation>musiałby przejść na inny dysk</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>its links lead round in a circle</source>
            <translation>jego dowiązania prowadzą w kółko</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>may not be read: you lack the permission.</source>
            <translation>nie może być odczytany: brak uprawnień.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>no safe connection to the server</source>
            <translation>brak bezpiecznego połączenia z serwerem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the connection was broken off</source>
            <translation>połączenie zostało zerwane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the disk is full</source>
            <translation>dysk jest pełny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the disk is write-protected</source>
            <translation>dysk jest chroniony przed zapisem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the disk reports a fault</source>
            <translation>dysk zgłasza usterkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the folder is not empty</source>
            <translation>folder nie jest pusty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the name is too long</source>
            <translation>nazwa jest za długa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server answers {getattr} {reason}</source>
            <translation>serwer odpowiada {getattr} {reason}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server broke the connection off</source>
            <translation>serwer zerwał połączenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server cannot be reached</source>
            <translation>serwer jest nieosiągalny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server does not answer</source>
            <translation>serwer nie odpowiada</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server refuses the connection</source>
            <translation>serwer odmawia połączenia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server was not found; is there a connection to the internet?</source>
            <translation>nie znaleziono serwera; czy jest połączenie z internetem?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server's certificate is not trusted; is the clock right?</source>
            <translation>certyfikat serwera nie jest zaufany; czy zegar dobrze chodzi?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the system does not allow this name or place</source>
            <translation>system nie pozwala na tę nazwę lub miejsce</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the system is too busy</source>
            <translation>system jest zbyt zajęty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is no connection to the internet</source>
            <translation>nie ma połączenia z internetem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is no such file or folder</source>
            <translation>nie ma takiego pliku ani folderu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is not enough memory</source>
            <translation>brakuje pamięci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is something of that name</source>
            <translation>coś o tej nazwie już jest</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>too many files are open</source>
            <translation>otwarto zbyt wiele plików</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>you may not: permission is missing</source>
            <translation>brak uprawnień</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>your share of the disk is used up</source>
            <translation>twój przydział dysku jest wyczerpany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>{name} cannot be read ({error_words}).</source>
            <translation>Nie można odczytać {name} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>{name} may not be read: another program has it open, or you lack the permission.</source>
            <translation>{name} nie może być odczytany: ma go otwarty inny program albo brak uprawnień.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>Is {name} meant?</source>
            <translation>Czy chodzi o {name}?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>Set one setting at a time.</source>
            <translation>Ustawiaj po jednym ustawieniu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>Settings are named as in an experiment file, for example epochs, ff.negatives or layers.0.units.</source>
            <translation>Ustawienia nazywają się jak w pliku eksperymentu, na przykład epochs, ff.negatives albo layers.0.units.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>The last is {number}.</source>
            <translation>Ostatnia to {number}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>There is no setting {name}.{suggest}</source>
            <translation>Nie ma ustawienia {name}.{suggest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>There is no setting {name}: layers are counted from 0, the first; there is none {step}.</source>
            <translation>Nie ma ustawienia {name}: warstwy liczy się od 0, pierwszej; warstwy {step} nie ma.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>{name} cannot be set.</source>
            <translation>{name} nie da się ustawić.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>{name}: {text} is read as {number}.</source>
            <translation>{name}: {text} odczytano jako {number}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>A newer ffstudio may have written it; update ffstudio, or ask for another code.</source>
            <translation>Mógł go zapisać nowszy ffstudio; zaktualizuj ffstudio albo poproś o inny kod.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Ask for another one.</source>
            <translation>Poproś o inny.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Codes begin with ffs{CODE_VERSION}:.</source>
            <translation>Kody zaczynają się od ffs{CODE_VERSION}:.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Copy it again, from ffs to its last letter.</source>
            <translation>Skopiuj go jeszcze raz, od ffs do ostatniej litery.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>The experiment in this code cannot be used: {message}</source>
            <translation>Eksperymentu z tego kodu nie można użyć: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This code holds no experiment.</source>
            <translation>Ten kod nie zawiera eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This code is cut off or has been changed.</source>
            <translation>Ten kod jest urwany albo zmieniony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This code is of a newer ffstudio (it begins with {head}).</source>
            <translation>Ten kod pochodzi z nowszego ffstudio (zaczyna się od {head}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This is no code of an experiment.</source>
            <translation>To nie jest kod eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Update ffstudio to use it.</source>
            <translation>Zaktualizuj ffstudio, aby go użyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/costs.py" />
            <source>Layer {i}</source>
            <translation>Warstwa {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Backprop: </source>
            <translation>Propagacja wsteczna: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Backprop: {label}</source>
            <translation>Propagacja wsteczna: {label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>First weights</source>
            <translation>Pierwsze wagi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Layer {i}: </source>
            <translation>Warstwa {i}: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Layer {i}: {label}</source>
            <translation>Warstwa {i}: {label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>the net itself</source>
            <translation>sama sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>Give one {"kernel": [[…]], "bias": […]} per layer, the output last, or leave them out.</source>
            <translation>Podaj jedno {"kernel": [[…]], "bias": […]} na warstwę, wyjście na końcu, albo je pomiń.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>Save such a net as a model file.</source>
            <translation>Zapisz taką sieć jako plik modelu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>The experiment's weights are more than {MOST_NUMBERS} numbers.</source>
            <translation>Wagi eksperymentu to więcej niż {MOST_NUMBERS} liczb.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>The experiment's weights are not a list of layers.</source>
            <translation>Wagi eksperymentu nie są listą warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>The rows of {where}.kernel are not of one length: one number per unit.</source>
            <translation>Wiersze {where}.kernel nie mają jednej długości: jedna liczba na jednostkę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>given by hand are for {weights} layers; the net has {units} with the output</source>
            <translation>podane ręcznie są dla warstw: {weights}; sieć ma ich z wyjściem {units}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>given by hand for {name} are {num_inputs} × {num_units}; it needs {given} × {wanted}</source>
            <translation>podane ręcznie dla {name} są {num_inputs} × {num_units}; potrzeba {given} × {wanted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>layer {i}</source>
            <translation>warstwa {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>the output</source>
            <translation>wyjście</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} holds a number that is not finite.</source>
            <translation>{where} zawiera liczbę, która nie jest skończona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} holds something that is no number.</source>
            <translation>{where} zawiera coś, co nie jest liczbą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} is not a list of numbers.</source>
            <translation>{where} nie jest listą liczb.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} needs a kernel and may have a bias, and nothing else.</source>
            <translation>{where} wymaga kernel i może mieć bias, nic więcej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where}.bias needs {kernel} numbers, one per unit.</source>
            <translation>{where}.bias wymaga liczb: {kernel}, po jednej na jednostkę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where}.kernel is not a list of rows, one per input.</source>
            <translation>{where}.kernel nie jest listą wierszy, po jednym na wejście.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>Only inner loops have inner steps.</source>
            <translation>Tylko pętle wewnętrzne mają kroki wewnętrzne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>Only nets with top-down connections run in frames.</source>
            <translation>Tylko sieci z połączeniami z góry w dół działają w klatkach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>There is no collaboration.</source>
            <translation>Nie ma współpracy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>There is no read-out.</source>
            <translation>Nie ma odczytu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/batch_norm.py" />
            <source>Batch normalisation</source>
            <translation>Normalizacja wsadowa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/batch_norm.py" />
            <source>Mean 0 and deviation 1 over the mini-batch, then a scale and a shift that are learnt (Ioffe and Szegedy 2015). Backprop only.</source>
            <translation>Średnia 0 i odchylenie 1 w miniporcji, potem wyuczone skala i przesunięcie (Ioffe i Szegedy 2015). Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source> with these strides and edges</source>
            <translation> z tymi krokami i brzegami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source> without bias</source>
            <translation> bez biasu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Channels</source>
            <translation>Kanały</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Convolution</source>
            <translation>Splot</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Every channel slides one small kernel over the image. Convolutions come before dense layers.</source>
            <translation>Każdy kanał przesuwa po obrazie jedno małe jądro. Sploty stoją przed warstwami gęstymi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Set it to {smallest}.</source>
            <translation>Ustaw na {smallest}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Turn it off.</source>
            <translation>Wyłącz to.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>conv {side}×{side}</source>
            <translation>splot {side}×{side}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>is larger than the image below, {below}×{below_2}</source>
            <translation>jest większe niż obraz poniżej, {below}×{below_2}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>stride {stride}</source>
            <translation>krok {stride}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>{pooling} pool</source>
            <translation>łączenie {pooling}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dense.py" />
            <source>Dense</source>
            <translation>Gęsta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dense.py" />
            <source>Every neuron sees all of the layer below.</source>
            <translation>Każdy neuron widzi całą warstwę poniżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>Dropout</source>
            <translation>Dropout (porzucanie)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>Sets a share of the values to zero while training. Backprop only.</source>
            <translation>Podczas uczenia zeruje część wartości. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>Share</source>
            <translation>Udział</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>dropout {dropout}</source>
            <translation>porzucanie {dropout}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/flatten.py" />
            <source>Flatten</source>
            <translation>Spłaszczenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/flatten.py" />
            <source>Places and channels in one row. Backprop only.</source>
            <translation>Miejsca i kanały w jednym rzędzie. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/kind.py" />
            <source>leaves nothing of an image of {below}×{below_2}</source>
            <translation>nie zostawia nic z obrazu {below}×{below_2}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>Average pooling</source>
            <translation>Łączenie średnią</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>Max pooling</source>
            <translation>Łączenie maksimum</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>Set it to {value}.</source>
            <translation>Ustaw na {value}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>The largest value of each block. Backprop only.</source>
            <translation>Największa wartość każdego bloku. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>The mean of each block. Backprop only.</source>
            <translation>Średnia każdego bloku. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>GRU</source>
            <translation>GRU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Gated recurrent unit, row by row. Backprop only.</source>
            <translation>Bramkowana jednostka rekurencyjna, wiersz po wierszu. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>LSTM</source>
            <translation>LSTM</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Long short-term memory, row by row. Backprop only.</source>
            <translation>Długa pamięć krótkotrwała, wiersz po wierszu. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Reads the image row by row, from the top. Backprop only.</source>
            <translation>Czyta obraz wiersz po wierszu, od góry. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Simple RNN</source>
            <translation>Prosta RNN</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Activation</source>
            <translation>Aktywacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Adagrad</source>
            <translation>Adagrad</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Adaptive moments: a good default.</source>
            <translation>Adaptacyjne momenty: dobry wybór domyślny.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Average 2×2</source>
            <translation>Średnia 2×2</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Averages the gradient over about ten steps.</source>
            <translation>Uśrednia gradient z około dziesięciu kroków.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Bias</source>
            <translation>Bias</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Block</source>
            <translation>Blok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Divides by a running mean of the gradient's size.</source>
            <translation>Dzieli przez średnią kroczącą wielkości gradientu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Divides by all gradients so far: steps only get smaller.</source>
            <translation>Dzieli przez wszystkie dotychczasowe gradienty: kroki tylko maleją.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Each step takes this share of the learning rate off every weight (decoupled, AdamW).</source>
            <translation>Każdy krok odejmuje od każdej wagi tę część współczynnika uczenia (rozdzielnie, AdamW).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Edges</source>
            <translation>Brzegi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Function applied to each neuron's weighted sum.</source>
            <translation>Funkcja stosowana do ważonej sumy każdego neuronu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Goodness above it counts as positive. Near 1 for mean of squares, near the number of units for sum of squares, below 0 where goodness is made small. The pair losses do not use it.</source>
            <translation>Dobroć powyżej niego liczy się jako pozytywna. Blisko 1 dla średniej kwadratów, blisko liczby jednostek dla sumy kwadratów, poniżej 0 tam, gdzie dobroć jest zmniejszana. Straty par go nie używają.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Inside only</source>
            <translation>Tylko wnętrze</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Kernel size</source>
            <translation>Rozmiar jądra</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Learning rate</source>
            <translation>Współczynnik uczenia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Local loss</source>
            <translation>Strata lokalna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Makes a convolution's output half as wide and high.</source>
            <translation>Zmniejsza wyjście splotu o połowę wszerz i wzwyż.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Maximum 2×2</source>
            <translation>Maksimum 2×2</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>None</source>
            <translation>Brak</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Number of neurons in this layer; of channels in a convolution; of values that a recurrent layer remembers.</source>
            <translation>Liczba neuronów tej warstwy; w splocie kanałów; w warstwie rekurencyjnej zapamiętywanych wartości.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>One more weight per unit, added to the sum. Off for backprop only.</source>
            <translation>Jedna waga więcej na jednostkę, dodawana do sumy. Wyłączony tylko dla propagacji wstecznej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Optimizer</source>
            <translation>Optymalizator</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Penalty on the sum of absolute weights.</source>
            <translation>Kara za sumę wartości bezwzględnych wag.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Penalty on the sum of squared weights.</source>
            <translation>Kara za sumę kwadratów wag.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Pixels from one place of a convolution's kernel to the next. Above 1 for backprop only.</source>
            <translation>Piksele od jednego miejsca jądra splotu do następnego. Powyżej 1 tylko dla propagacji wstecznej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Plain stochastic gradient descent.</source>
            <translation>Zwykły stochastyczny spadek gradientu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Pooling</source>
            <translation>Łączenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>RMSprop</source>
            <translation>RMSprop</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>SGD with momentum 0.9</source>
            <translation>SGD z pędem 0,9</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Share of this layer's outputs set to zero at each training step.</source>
            <translation>Udział wyjść tej warstwy zerowanych w każdym kroku uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Step size of this layer's own optimizer in Forward-Forward.</source>
            <translation>Długość kroku własnego optymalizatora tej warstwy w Forward-Forward.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Stride</source>
            <translation>Krok jądra</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The largest of each 2×2 pixels.</source>
            <translation>Największy z każdych 2×2 pikseli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The mean of each 2×2 pixels.</source>
            <translation>Średnia każdych 2×2 pikseli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The output is as large as the input.</source>
            <translation>Wyjście jest tak duże jak wejście.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The output is smaller. Backprop only.</source>
            <translation>Wyjście jest mniejsze. Tylko propagacja wsteczna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>This layer's own optimizer.</source>
            <translation>Własny optymalizator tej warstwy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Threshold θ</source>
            <translation>Próg θ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Units</source>
            <translation>Jednostki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Weight decay</source>
            <translation>Zanik wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>What a convolution does at the edges of the image.</source>
            <translation>Co splot robi na brzegach obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>What this layer alone tries to make small.</source>
            <translation>Co ta warstwa sama stara się zmniejszyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Width and height of a convolution's kernel.</source>
            <translation>Szerokość i wysokość jądra splotu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Width and height of the blocks that a pooling layer makes one value of.</source>
            <translation>Szerokość i wysokość bloków, z których warstwa łącząca robi jedną wartość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Zeros around</source>
            <translation>Zera dookoła</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layers.py" />
            <source>Kind</source>
            <translation>Rodzaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layers.py" />
            <source>What the layer does. Dense layers and convolutions can learn by Forward-Forward; all others are for backprop alone.</source>
            <translation>Co robi warstwa. Warstwy gęste i sploty mogą uczyć się przez Forward-Forward; wszystkie inne są tylko dla propagacji wstecznej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source> and </source>
            <translation> i </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>a number</source>
            <translation>liczba</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>{path} has no weights in the file: there is a layer too many</source>
            <translation>{path} nie ma wag w pliku: jest o jedną warstwę za dużo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>{path} needs {text}; {one_name} in the file is {text_2}</source>
            <translation>{path} wymaga {text}; {one_name} w pliku to {text_2}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>{waiting_name} in the file has no layer to go to</source>
            <translation>{waiting_name} z pliku nie ma warstwy, do której mógłby trafić</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/presets.py" />
            <source>Known are: {ORDER}.</source>
            <translation>Znane są: {ORDER}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/presets.py" />
            <source>There is no preset {name}.</source>
            <translation>Nie ma presetu {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Add one layer.</source>
            <translation>Dodaj jedną warstwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Backprop</source>
            <translation>Propagacja wsteczna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Choose a preset or build a net.</source>
            <translation>Wybierz preset albo zbuduj sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Choose the data set it was made for.</source>
            <translation>Wybierz zbiór danych, dla którego powstała.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Data</source>
            <translation>Dane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Forward-Forward</source>
            <translation>Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Hold back 10 % for validation.</source>
            <translation>Odłóż 10 % do walidacji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Layer {layer}: {label}</source>
            <translation>Warstwa {layer}: {label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Let each layer be on its own.</source>
            <translation>Niech każda warstwa będzie sama.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Make it dense.</source>
            <translation>Zmień na gęstą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Set it to {legal}.</source>
            <translation>Ustaw na {legal}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Set it to {usual}.</source>
            <translation>Ustaw na {usual}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Start from random weights.</source>
            <translation>Zacznij od losowych wag.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Train backprop only.</source>
            <translation>Ucz tylko propagacją wsteczną.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>a net out of a file can be trained by backprop only</source>
            <translation>sieć z pliku można uczyć tylko propagacją wsteczną</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>a net whose output has no bias</source>
            <translation>sieci, której wyjście nie ma biasu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>cannot be a convolution above a dense layer, whose units have no place</source>
            <translation>nie może być splotem nad warstwą gęstą, której jednostki nie mają miejsca</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>cannot be this one: Forward-Forward cannot train {what}</source>
            <translation>nie może to być to: Forward-Forward nie może uczyć {what}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>early stopping needs validation images</source>
            <translation>wczesne zatrzymanie wymaga obrazów walidacyjnych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>layer {at} ({kind_label}){obstacles}</source>
            <translation>warstwy {at} ({kind_label}){obstacles}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>leaves nothing of the image</source>
            <translation>nie zostawia nic z obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>must be {either} 0 for this goodness</source>
            <translation>musi być {either} 0 dla tej dobroci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>needs layers that learn together, not inner loops</source>
            <translation>wymaga warstw, które uczą się razem, a nie pętli wewnętrznych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>no file has been chosen</source>
            <translation>nie wybrano pliku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>the net</source>
            <translation>sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>the net has no hidden layer</source>
            <translation>sieć nie ma warstwy ukrytej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>the net tells {num_outputs} classes apart, the data set has {num_classes}</source>
            <translation>sieć rozróżnia klas: {num_outputs}, a zbiór danych ma ich {num_classes}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>weights given by hand are for a net of dense layers</source>
            <translation>wagi podane ręcznie są dla sieci z warstw gęstych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>weights given by hand tell {num_units} classes apart; the data set has {num_classes}</source>
            <translation>wagi podane ręcznie rozróżniają klas: {num_units}; zbiór danych ma ich {num_classes}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>weights {misfit}</source>
            <translation>wagi {misfit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>{source} cannot be trained on images: t{why}</source>
            <translation>{source} nie może być uczony na obrazach: {why}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>{source} has {inputs} inputs; one image can be handed to it, no more</source>
            <translation>{source} ma wejść: {inputs}; można mu podać jeden obraz, nie więcej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>{source} is {article} {role}; only classifiers can be trained here</source>
            <translation>{source} to {role}; można tu uczyć tylko klasyfikatory</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Add "layers": [ … ].</source>
            <translation>Dodaj "layers": [ … ].</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Add "version": {EXPERIMENT_VERSION}.</source>
            <translation>Dodaj "version": {EXPERIMENT_VERSION}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>An experiment file is JSON and holds "format": "{EXPERIMENT_FORMAT}".</source>
            <translation>Plik eksperymentu to JSON i zawiera "format": "{EXPERIMENT_FORMAT}".</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Choose an experiment (.json); 'ffstudio inspect' tells what is in a model file.</source>
            <translation>Wybierz eksperyment (.json); 'ffstudio inspect' mówi, co jest w pliku modelu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Choose an experiment saved by ffstudio.</source>
            <translation>Wybierz eksperyment zapisany przez ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Correct the experiment file.</source>
            <translation>Popraw plik eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Known are: {known}.</source>
            <translation>Znane są: {known}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Name a data set in data.name, or give a file or folder of images and labels in data.path.</source>
            <translation>Podaj zbiór danych w data.name albo plik lub folder obrazów i etykiet w data.path.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Remove one of the two.</source>
            <translation>Usuń jedno z dwóch.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment does not say which format it has.</source>
            <translation>Eksperyment nie mówi, jaki ma format.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment has no list of layers.</source>
            <translation>Eksperyment nie ma listy warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment is empty.</source>
            <translation>Eksperyment jest pusty.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment names "{key}" twice in one place.</source>
            <translation>Eksperyment podaje "{key}" dwa razy w jednym miejscu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment's data.path {data} is no file of images and labels.</source>
            <translation>data.path eksperymentu {data} nie jest plikiem obrazów i etykiet.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This experiment was written by a newer ffstudio (format {version}).</source>
            <translation>Ten eksperyment zapisał nowszy ffstudio (format {version}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This is not an ffstudio experiment.</source>
            <translation>To nie jest eksperyment ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This is not valid JSON (nested too deep).</source>
            <translation>To nie jest poprawny JSON (zbyt głęboko zagnieżdżony).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This is not valid JSON ({error}).</source>
            <translation>To nie jest poprawny JSON ({error}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Unknown setting{s} {unknown} in {where}.</source>
            <translation>Nieznane ustawienia {unknown} w: {where}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Update ffstudio to open it.</source>
            <translation>Zaktualizuj ffstudio, aby go otworzyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>the experiment</source>
            <translation>eksperyment</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>{path} is no experiment: it is not a text file.</source>
            <translation>{path} nie jest eksperymentem: to nie plik tekstowy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>{where} must be an object with named settings.</source>
            <translation>{where} musi być obiektem z nazwanymi ustawieniami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>All layers learn together.</source>
            <translation>Wszystkie warstwy uczą się razem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>All layers on each mini-batch</source>
            <translation>Wszystkie warstwy na każdej miniporcji</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>All other layers</source>
            <translation>Wszystkie inne warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Also trains a softmax on the normalised activities of all layers but the first, with a neutral label: one pass classifies (Hinton 2022, 3.3). No gradient reaches the layers.</source>
            <translation>Uczy też softmax na znormalizowanych aktywnościach wszystkich warstw oprócz pierwszej, z neutralną etykietą: jedno przejście klasyfikuje (Hinton 2022, 3.3). Żaden gradient nie dociera do warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Always 1.</source>
            <translation>Zawsze 1.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Applied to each layer's input so that only its direction tells.</source>
            <translation>Stosowana do wejścia każdej warstwy, tak że mówi tylko jego kierunek.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Backprop only</source>
            <translation>Tylko propagacja wsteczna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Batch size</source>
            <translation>Rozmiar porcji</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Both nets see each mini-batch in turn.</source>
            <translation>Obie sieci po kolei widzą każdą miniporcję.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Collaboration</source>
            <translation>Współpraca</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Collaboration strength γ</source>
            <translation>Siła współpracy γ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Copies of the one-hot label, one after the other: more pixels or units that tell it.</source>
            <translation>Kopie etykiety one-hot, jedna za drugą: więcej pikseli lub jednostek, które ją niosą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Decides initial weights, data order and negatives: the same seed gives the same run.</source>
            <translation>Decyduje o początkowych wagach, kolejności danych i negatywach: to samo ziarno daje ten sam przebieg.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Description</source>
            <translation>Opis</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Each layer is on its own (Hinton 2022).</source>
            <translation>Każda warstwa jest sama (Hinton 2022).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Earlier layers</source>
            <translation>Wcześniejsze warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Early stopping</source>
            <translation>Wczesne zatrzymanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Epochs</source>
            <translation>Epoki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Factor on the other layers' goodness.</source>
            <translation>Współczynnik przy dobroci innych warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>First pixels</source>
            <translation>Pierwsze piksele</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>First voting layer</source>
            <translation>Pierwsza głosująca warstwa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Forward-Forward and backprop</source>
            <translation>Forward-Forward i propagacja wsteczna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Forward-Forward first.</source>
            <translation>Najpierw Forward-Forward.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Forward-Forward only</source>
            <translation>Tylko Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Frames</source>
            <translation>Klatki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Goodness</source>
            <translation>Dobroć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How a layer's activities become one number.</source>
            <translation>Jak aktywności warstwy stają się jedną liczbą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How all Forward-Forward learning rates change over the epochs.</source>
            <translation>Jak wszystkie współczynniki uczenia Forward-Forward zmieniają się z epokami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the label enters the input.</source>
            <translation>Jak etykieta trafia do wejścia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the twin's learning rate changes over the epochs.</source>
            <translation>Jak współczynnik uczenia bliźniaczej sieci zmienia się z epokami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the two nets share the time.</source>
            <translation>Jak obie sieci dzielą się czasem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the wrong label of a negative example is chosen.</source>
            <translation>Jak wybierana jest błędna etykieta przykładu negatywnego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Image maximum</source>
            <translation>Maksimum obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Images per step. More than there are means all of them at once.</source>
            <translation>Obrazy na krok. Więcej, niż ich jest, znaczy wszystkie naraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>In each epoch, each layer in turn makes many updates on the same batch.</source>
            <translation>W każdej epoce każda warstwa po kolei robi wiele aktualizacji na tej samej porcji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>In step</source>
            <translation>Krok w krok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Inner loops (Keras example)</source>
            <translation>Pętle wewnętrzne (przykład Keras)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Inner steps</source>
            <translation>Kroki wewnętrzne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label amplitude</source>
            <translation>Amplituda etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label embedding</source>
            <translation>Osadzenie etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label repeats</source>
            <translation>Powtórzenia etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label scale</source>
            <translation>Skala etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label smoothing</source>
            <translation>Wygładzanie etykiet</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Layer by layer</source>
            <translation>Warstwa po warstwie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Learning-rate schedule</source>
            <translation>Harmonogram współczynnika uczenia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Linear read-out</source>
            <translation>Odczyt liniowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Multiplies goodness inside the local loss: larger is steeper.</source>
            <translation>Mnoży dobroć w stracie lokalnej: większa jest bardziej stroma.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Multiplies the label amplitude: above 1 the label weighs more beside the image.</source>
            <translation>Mnoży amplitudę etykiety: powyżej 1 etykieta waży więcej obok obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Name</source>
            <translation>Nazwa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Name of this experiment.</source>
            <translation>Nazwa tego eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Negative data</source>
            <translation>Dane negatywne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Normalisation</source>
            <translation>Normalizacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>One after the other</source>
            <translation>Jedna po drugiej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>One more weight per class; off for a net without any biases.</source>
            <translation>Jedna waga więcej na klasę; wyłączony dla sieci bez żadnych biasów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Optimizer of the whole net.</source>
            <translation>Optymalizator całej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Order</source>
            <translation>Kolejność</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Output bias</source>
            <translation>Bias wyjścia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Passes over the training images; with 0 the nets are judged as they start.</source>
            <translation>Przejścia przez obrazy uczące; przy 0 sieci są oceniane takie, jakie zaczynają.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Peer normalisation λ</source>
            <translation>Normalizacja sąsiadów λ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Predictions sum goodness from this layer on: 2 leaves out the first (Hinton 2022, 3.3), which helps nets of three or more layers. The last layer always votes.</source>
            <translation>Predykcje sumują dobroć od tej warstwy: 2 pomija pierwszą (Hinton 2022, 3.3), co pomaga sieciom o trzech lub więcej warstwach. Ostatnia warstwa zawsze głosuje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Pulls each unit's mean activity toward that of its layer, which wakes up silent units; 0.03 in Hinton's code.</source>
            <translation>Przyciąga średnią aktywność każdej jednostki do średniej jej warstwy, co budzi milczące jednostki; 0,03 w kodzie Hintona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Read-out learning rate</source>
            <translation>Współczynnik uczenia odczytu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Schedule</source>
            <translation>Harmonogram</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Seed</source>
            <translation>Ziarno</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Separate label units</source>
            <translation>Osobne jednostki etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Share of the target probability spread over all classes.</source>
            <translation>Część docelowego prawdopodobieństwa rozłożona na wszystkie klasy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Sharpness α</source>
            <translation>Ostrość α</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Step size of the backprop twin's optimizer.</source>
            <translation>Długość kroku optymalizatora bliźniaczej sieci z propagacją wsteczną.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Step size of the read-out's own Adam optimizer.</source>
            <translation>Długość kroku własnego optymalizatora Adam odczytu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Stop after this many epochs without a lower validation loss and go back to the best weights; 0 never stops early.</source>
            <translation>Zatrzymaj po tylu epokach bez niższej straty walidacyjnej i wróć do najlepszych wag; 0 nigdy nie zatrzymuje wcześniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Synchronous updates of a net with top-down connections; goodness is that of frames 3–5, or the last three of fewer.</source>
            <translation>Synchroniczne aktualizacje sieci z połączeniami z góry w dół; dobroć pochodzi z klatek 3–5 albo z trzech ostatnich, jeśli jest ich mniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The epochs are shared out: the first layer learns first, then is left as it is.</source>
            <translation>Epoki są podzielone: najpierw uczy się pierwsza warstwa, potem zostaje, jaka jest.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The first pixels of the image become the one-hot label (Hinton 2022, 3.3). Needs images with a blank first row, such as MNIST.</source>
            <translation>Pierwsze piksele obrazu stają się etykietą one-hot (Hinton 2022, 3.3). Wymaga obrazów z pustym pierwszym wierszem, jak MNIST.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The goodness of all other layers is added.</source>
            <translation>Dodawana jest dobroć wszystkich innych warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The goodness of the layers below is added.</source>
            <translation>Dodawana jest dobroć warstw poniżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The image's brightest pixel (Keras example).</source>
            <translation>Najjaśniejszy piksel obrazu (przykład Keras).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The net runs for several frames on a still image: each layer also sees the layer above it, the top layer the label (Hinton 2022, 4.4). Dense layers only.</source>
            <translation>Sieć działa przez kilka klatek na nieruchomym obrazie: każda warstwa widzi też warstwę nad sobą, najwyższa etykietę (Hinton 2022, 4.4). Tylko warstwy gęste.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The one-hot label is added as extra inputs: no pixel is lost.</source>
            <translation>Etykieta one-hot jest dodana jako dodatkowe wejścia: żaden piksel nie ginie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Threshold per unit</source>
            <translation>Próg na jednostkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Thresholds are multiplied by the number of units: 1 then suits the sum of squares at any width (Hinton's code).</source>
            <translation>Progi są mnożone przez liczbę jednostek: wtedy 1 pasuje do sumy kwadratów przy każdej szerokości (kod Hintona).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Top-down connections</source>
            <translation>Połączenia z góry w dół</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Train</source>
            <translation>Uczenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Updates of a layer per batch in the inner-loops schedule.</source>
            <translation>Aktualizacje warstwy na porcję w harmonogramie pętli wewnętrznych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Value of the label pixel that is on.</source>
            <translation>Wartość zapalonego piksela etykiety.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>What this experiment shows.</source>
            <translation>Co pokazuje ten eksperyment.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Whether a layer's loss counts the goodness of other layers, as a constant (Layer Collaboration, AAAI 2024).</source>
            <translation>Czy strata warstwy liczy dobroć innych warstw jako stałą (Layer Collaboration, AAAI 2024).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Which layer learns when.</source>
            <translation>Która warstwa kiedy się uczy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Which nets are trained.</source>
            <translation>Które sieci są uczone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>epochs</source>
            <translation>epok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>images</source>
            <translation>obrazów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>Layer {number}</source>
            <translation>Warstwa {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>an image</source>
            <translation>obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>cannot be this one: layer {index} hands on a plain list of numbers, not {wanted}</source>
            <translation>nie może to być to: warstwa {index} przekazuje zwykłą listę liczb, a nie {wanted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>rows to read one after another</source>
            <translation>wiersze do czytania jeden po drugim</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>, {fixed} of them not trainable</source>
            <translation>, w tym nieuczonych: {fixed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>BP parameters</source>
            <translation>Parametry BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>Data: {data}{where}</source>
            <translation>Dane: {data}{where}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>FF parameters</source>
            <translation>Parametry FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>FF read-out {num_classes} · softmax</source>
            <translation>odczyt FF {num_classes} · softmax</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>Layers: {layers}</source>
            <translation>Warstwy: {layers}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>Trains: {trained}, {epochs} epochs, seed {seed}</source>
            <translation>Uczenie: {trained}, epoki: {epochs}, ziarno {seed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>a network out of a model file</source>
            <translation>sieć z pliku modelu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>dense </source>
            <translation>gęsta </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>flatten (put in)</source>
            <translation>spłaszczenie (wstawione)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>output {num_classes} · softmax</source>
            <translation>wyjście {num_classes} · softmax</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>rows (put in)</source>
            <translation>wiersze (wstawione)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>{label}: {values} parameters</source>
            <translation>{label}: parametry: {values}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>--set {text} is no setting.</source>
            <translation>--set {text} nie jest ustawieniem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>A grid needs to know how many values of {name} to try.</source>
            <translation>Siatka musi wiedzieć, ile wartości {name} wypróbować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>A sweep needs a seed.</source>
            <translation>Seria prób potrzebuje ziarna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Ask for two or more.</source>
            <translation>Podaj dwie lub więcej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Begin it anew elsewhere.</source>
            <translation>Zacznij ją na nowo gdzie indziej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --seeds 1-5.</source>
            <translation>Podaj --seeds 1-5.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --seeds, like 1-5 or 1,2,7.</source>
            <translation>Podaj --seeds, na przykład 1-5 albo 1,2,7.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --set NAME=VALUES.</source>
            <translation>Podaj --set NAME=VALUES.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --trials N.</source>
            <translation>Podaj --trials N.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give all its values at once.</source>
            <translation>Podaj wszystkie jego wartości naraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Leave out values, or choose --sampler random --trials N.</source>
            <translation>Pomiń wartości albo wybierz --sampler random --trials N.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Leave that value out.</source>
            <translation>Pomiń tę wartość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>List them: NAME=VALUE,VALUE…</source>
            <translation>Wymień je: NAME=VALUE,VALUE…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Name another folder.</source>
            <translation>Podaj inny folder.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Name the other by --by.</source>
            <translation>Wskaż drugą przez --by.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Seeds are not set like other settings.</source>
            <translation>Ziaren nie ustawia się jak innych ustawień.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Set one at a time.</source>
            <translation>Ustawiaj po jednym.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Such a layer does not have it.</source>
            <translation>Taka warstwa tego nie ma.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>That is no sweep of ffstudio.</source>
            <translation>To nie jest seria prób ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>That makes {count} runs; {most} are the most.</source>
            <translation>To daje przebiegów: {count}; najwięcej może być {most}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>That net is not trained.</source>
            <translation>Ta sieć nie jest uczona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The experiment does not train that net.</source>
            <translation>Eksperyment nie uczy tej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The loss {loss} has no threshold.</source>
            <translation>Strata {loss} nie ma progu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The sampler {sampler} needs to know how many runs to make.</source>
            <translation>Próbnik {sampler} musi wiedzieć, ile przebiegów zrobić.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The sweep is of a newer ffstudio.</source>
            <translation>Seria prób pochodzi z nowszego ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The sweep's plan is damaged.</source>
            <translation>Plan serii prób jest uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>There is nothing to search.</source>
            <translation>Nie ma czego szukać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Update ffstudio.</source>
            <translation>Zaktualizuj ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>With {words}: {message}</source>
            <translation>Z {words}: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write 1e-4..1e-1:log.</source>
            <translation>Napisz 1e-4..1e-1:log.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write LOW..HIGH, like 0.1..2.</source>
            <translation>Napisz LOW..HIGH, na przykład 0.1..2.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write LOW..HIGH:COUNT, list them, or choose --sampler random.</source>
            <translation>Napisz LOW..HIGH:COUNT, wymień je albo wybierz --sampler random.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write NAME=VALUE,VALUE…</source>
            <translation>Napisz NAME=VALUE,VALUE…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write it like 0.5.</source>
            <translation>Napisz to jak 0.5.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write them like 1-5 or 1,2,7.</source>
            <translation>Napisz je jak 1-5 albo 1,2,7.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write true,false.</source>
            <translation>Napisz true,false.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{match} is no range for {name}.</source>
            <translation>{match} nie jest zakresem dla {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{match} is one value only.</source>
            <translation>{match} to tylko jedna wartość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{match}: equal ratios begin above 0.</source>
            <translation>{match}: równe stosunki zaczynają się powyżej 0.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{name} has no values to try.</source>
            <translation>{name} nie ma wartości do wypróbowania.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{name} is given twice.</source>
            <translation>{name} podano dwa razy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{name} is true or false, not {part}.</source>
            <translation>{name} to true albo false, nie {part}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{part} is no number, for {name}.</source>
            <translation>{part} nie jest liczbą, dla {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{part} is no value of {name}.</source>
            <translation>{part} nie jest wartością {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{text} are no seeds.</source>
            <translation>{text} to nie ziarna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_values.py" />
            <source>Data: {label}</source>
            <translation>Dane: {label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_values.py" />
            <source>Layer {number}: {label}</source>
            <translation>Warstwa {number}: {label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be a number; it is {repr}</source>
            <translation>musi być liczbą; jest {repr}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be a whole number; it is {value}</source>
            <translation>musi być liczbą całkowitą; jest {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be above {minimum}; it is {value}</source>
            <translation>musi być powyżej {minimum}; jest {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be at least {minimum}; it is {value}</source>
            <translation>musi wynosić co najmniej {minimum}; jest {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be at most {maximum}; it is {value}</source>
            <translation>może wynosić najwyżej {maximum}; jest {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be on or off</source>
            <translation>musi być włączone lub wyłączone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be one of {values}; it is {text}</source>
            <translation>musi być jedną z wartości {values}; jest {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be text</source>
            <translation>musi być tekstem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Each layer's loss makes the gap between the true class's units and the others' grow; no threshold parts all images.</source>
            <translation>Strata każdej warstwy powiększa odstęp między jednostkami prawdziwej klasy a innymi; żaden próg nie rozdziela wszystkich obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has cross-entropy as its loss.</source>
            <translation>Dobroć klasa po klasie ma jako stratę entropię krzyżową.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has no negative data and no label in the input.</source>
            <translation>Dobroć klasa po klasie nie ma danych negatywnych ani etykiety w wejściu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has no negative data: each class's own units are compared with the others'.</source>
            <translation>Dobroć klasa po klasie nie ma danych negatywnych: własne jednostki każdej klasy są porównywane z innymi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has no threshold.</source>
            <translation>Dobroć klasa po klasie nie ma progu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Negative: units of a wrong class</source>
            <translation>Negatywne: jednostki błędnej klasy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Positive: units of the true class</source>
            <translation>Pozytywne: jednostki prawdziwej klasy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Round it up.</source>
            <translation>Zaokrąglij w górę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>goodness class by class</source>
            <translation>dobrocią klasa po klasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>how often the units of the image's class have more goodness than those of the wrong one.</source>
            <translation>jak często jednostki klasy obrazu mają więcej dobroci niż jednostki błędnej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>must be a multiple of {num_classes} for goodness class by class</source>
            <translation>musi być wielokrotnością {num_classes} dla dobroci klasa po klasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>the units of its class against those of a random wrong one</source>
            <translation>jednostki jego klasy wobec jednostek losowej błędnej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>true class</source>
            <translation>prawdziwa klasa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>θ not used: class by class</source>
            <translation>θ nieużywany: klasa po klasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>
The label is on top of the net, not in the image.</source>
            <translation>
Etykieta jest na szczycie sieci, nie w obrazie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Let all layers learn on each mini-batch.</source>
            <translation>Niech wszystkie warstwy uczą się na każdej miniporcji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Nets with top-down connections have no dropout.</source>
            <translation>Sieci z połączeniami z góry w dół nie mają porzucania.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Nets with top-down connections have no peer normalisation.</source>
            <translation>Sieci z połączeniami z góry w dół nie mają normalizacji sąsiadów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>The label is on top of the net.</source>
            <translation>Etykieta jest na szczycie sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Use hard wrong labels.</source>
            <translation>Użyj trudnych błędnych etykiet.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>can only be used where all layers are dense</source>
            <translation>można użyć tylko tam, gdzie wszystkie warstwy są gęste</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>cannot be this one with top-down connections, which tie all layers together</source>
            <translation>nie może to być to przy połączeniach z góry w dół, które wiążą wszystkie warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>cannot be this one with top-down connections: no layer scores labels alone</source>
            <translation>nie może to być to przy połączeniach z góry w dół: żadna warstwa nie ocenia etykiet sama</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>+ image</source>
            <translation>+ obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Hybrid images carry no label.</source>
            <translation>Obrazy hybrydowe nie niosą etykiety.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Hybrid images need the read-out.</source>
            <translation>Obrazy hybrydowe wymagają odczytu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Negative data: {NEGATIVES_label}.
Where the mask is white a hybrid shows the image, where it is black the other one. No label is used.</source>
            <translation>Dane negatywne: {NEGATIVES_label}.
Gdzie maska jest biała, hybryda pokazuje obraz, gdzie czarna, ten drugi. Etykieta nie jest używana.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Negative: hybrid of two images</source>
            <translation>Negatywne: hybryda dwóch obrazów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Positive: image</source>
            <translation>Pozytywne: obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>This net's layers learn without labels: an image has one goodness in each layer, not one for every label, so there is no gap between labels to show.</source>
            <translation>Warstwy tej sieci uczą się bez etykiet: obraz ma w każdej warstwie jedną dobroć, a nie jedną na etykietę, więc nie ma odstępu między etykietami do pokazania.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Without labels the read-out predicts.</source>
            <translation>Bez etykiet przewiduje odczyt.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>against a hybrid of it and another one; no label is used</source>
            <translation>wobec hybrydy jego i innego obrazu; etykieta nie jest używana</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>how often an image has more goodness than the hybrid made with it; pair losses train this.</source>
            <translation>jak często obraz ma więcej dobroci niż zrobiona z niego hybryda; tego uczą straty par.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>hybrid images</source>
            <translation>obrazami hybrydowymi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>image</source>
            <translation>obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>− hybrid</source>
            <translation>− hybryda</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/kind.py" />
            <source>cannot be used with {what}</source>
            <translation>nie można łączyć z {what}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>
How hard they are for the net you see: a true label has {mean} more goodness than the negative on average (Δ below each); {share} % of the negatives look better than it.</source>
            <translation>
Jak trudne są dla sieci, którą widzisz: prawdziwa etykieta ma średnio o {mean} więcej dobroci niż negatyw (Δ pod każdym); {share} % negatywów wygląda lepiej niż ona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>
The label has {own} of its own beside the image.</source>
            <translation>
Etykieta ma własne {own} obok obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Negative data: {who}.
Negatives that carry their true label: {same} of {x}{place}</source>
            <translation>Dane negatywne: {who}.
Negatywy z prawdziwą etykietą: {same} z {x}{place}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Negative: wrong label</source>
            <translation>Negatywne: błędna etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Positive: true label</source>
            <translation>Pozytywne: prawdziwa etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Use separate label units.</source>
            <translation>Użyj osobnych jednostek etykiety.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>an image of {num_inputs} pixels has no room for {label_pixels} label pixels</source>
            <translation>obraz o {num_inputs} pikselach nie ma miejsca na piksele etykiety: {label_pixels}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>cannot look at the next layer in inner loops</source>
            <translation>nie może patrzeć na następną warstwę w pętlach wewnętrznych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>how often the same image has more goodness with its true than with the wrong label; pair losses train this.</source>
            <translation>jak często ten sam obraz ma więcej dobroci z prawdziwą niż z błędną etykietą; tego uczą straty par.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>image planes</source>
            <translation>płaszczyzny obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>true label</source>
            <translation>prawdziwa etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>with its true and with a random wrong label</source>
            <translation>z prawdziwą i z losową błędną etykietą</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>dark ink on light paper</source>
            <translation>ciemny tusz na jasnym papierze</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>light ink on dark paper</source>
            <translation>jasny tusz na ciemnym papierze</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>pictures that fill their frame</source>
            <translation>obrazy wypełniające swoją ramkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>{paper}, handed over as {numbers}</source>
            <translation>{paper}, podane jako {numbers}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Each line must be one image.</source>
            <translation>Każdy wiersz musi być jednym obrazem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Each line must be one image: its label and its pixels.</source>
            <translation>Każdy wiersz musi być jednym obrazem: etykieta i piksele.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Give each image its label in the first column, and call it label.</source>
            <translation>Podaj etykietę każdego obrazu w pierwszej kolumnie i nazwij ją label.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Keep one column of labels, and call it label.</source>
            <translation>Zostaw jedną kolumnę etykiet i nazwij ją label.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Save it as CSV, UTF-8.</source>
            <translation>Zapisz ją jako CSV, UTF-8.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} cannot be read as a table ({error_words}).</source>
            <translation>Nie można odczytać {path_name} jako tabeli ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} has words in {words} columns; pixels are numbers.</source>
            <translation>{path_name} ma kolumn ze słowami: {words}; piksele to liczby.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} has {width} columns and none that is sure to hold the labels.</source>
            <translation>{path_name} ma kolumn: {width}, i żadna na pewno nie zawiera etykiet.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} holds one line only.</source>
            <translation>{path_name} zawiera tylko jeden wiersz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} is empty.</source>
            <translation>{path_name} jest pusty.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} is no table of text in UTF-8.</source>
            <translation>{path_name} nie jest tabelą tekstową w UTF-8.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/folder.py" />
            <source>Choose another folder.</source>
            <translation>Wybierz inny folder.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/folder.py" />
            <source>{path_name} holds no data.</source>
            <translation>{path_name} nie zawiera danych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/folder.py" />
            <source>{path} cannot be read ({error_words}).</source>
            <translation>Nie można odczytać {path} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Free {gigabytes} GB for temporary files.</source>
            <translation>Zwolnij {gigabytes} GB na pliki tymczasowe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>It is damaged or made to do harm; get a fresh copy.</source>
            <translation>Jest uszkodzony albo zrobiony, by szkodzić; zdobądź świeżą kopię.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Reading {what} crashed the HDF5 library or took too much.</source>
            <translation>Odczyt ({what}) wywrócił bibliotekę HDF5 albo zajął za dużo.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Save it again.</source>
            <translation>Zapisz ponownie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Save plain arrays.</source>
            <translation>Zapisz zwykłe tablice.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Save them in this one.</source>
            <translation>Zapisz je w tym.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Use a part of it, or save it as .npz.</source>
            <translation>Użyj części albo zapisz jako .npz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name} cannot be read as HDF5 ({why}).</source>
            <translation>Nie można odczytać {path_name} jako HDF5 ({why}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name} cannot be read: no process can be started.</source>
            <translation>Nie można odczytać {path_name}: nie da się uruchomić procesu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: the numbers of {where} lie in another file.</source>
            <translation>{path_name}: liczby {where} leżą w innym pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: there is no room to unpack {where} ({why}).</source>
            <translation>{path_name}: nie ma miejsca, by rozpakować {where} ({why}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: {where} cannot be read ({why}).</source>
            <translation>{path_name}: nie można odczytać {where} ({why}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: {where} holds {dtype}, neither numbers nor text.</source>
            <translation>{path_name}: {where} zawiera {dtype}, ani liczby, ani tekst.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{what} takes too long to read.</source>
            <translation>Odczyt trwa za długo: {what}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{what} takes too much memory to read.</source>
            <translation>Odczyt zajmuje za dużo pamięci: {what}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{where} is cut short</source>
            <translation>{where} jest ucięte</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_files.py" />
            <source>Name the files train-images-idx3-ubyte, train-labels-idx1-ubyte and t10k-… .</source>
            <translation>Nazwij pliki train-images-idx3-ubyte, train-labels-idx1-ubyte i t10k-… .</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_files.py" />
            <source>{path_name} is an IDX file whose name does not say what it holds.</source>
            <translation>{path_name} to plik IDX, którego nazwa nie mówi, co zawiera.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} declares {count} bytes.</source>
            <translation>{path_name} deklaruje bajtów: {count}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} is cut short.</source>
            <translation>{path_name} jest urwany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} is damaged.</source>
            <translation>{path_name} jest uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} is not an IDX file of bytes.</source>
            <translation>{path_name} nie jest plikiem IDX z bajtami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>Install it with: pip install 'ffstudio[matlab]'.</source>
            <translation>Zainstaluj: pip install 'ffstudio[matlab]'.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>Use a part of it.</source>
            <translation>Użyj części.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>{path_name} cannot be read as .mat ({error_words}).</source>
            <translation>Nie można odczytać {path_name} jako .mat ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>{path_name} is a MATLAB file, and SciPy, which reads it, is not installed.</source>
            <translation>{path_name} to plik MATLAB, a SciPy, który go czyta, nie jest zainstalowany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>{path_name} is too large to be opened.</source>
            <translation>{path_name} jest za duży, by go otworzyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>Get a fresh copy of the file.</source>
            <translation>Zdobądź świeżą kopię pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>Put the labels beside it, as x_train.npy and y_train.npy, or save both in an .npz.</source>
            <translation>Umieść etykiety obok, jako x_train.npy i y_train.npy, albo zapisz obie w .npz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>Save it again with numpy.save.</source>
            <translation>Zapisz ponownie przez numpy.save.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>{path_name} cannot be read as .npy ({error_words}).</source>
            <translation>Nie można odczytać {path_name} jako .npy ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>{path_name} holds one array {shape}; images and labels are two.</source>
            <translation>{path_name} zawiera jedną tablicę {shape}; obrazy i etykiety to dwie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>Save it again with numpy.savez(…, x_train=…, y_train=…, x_test=…, y_test=…).</source>
            <translation>Zapisz ponownie przez numpy.savez(…, x_train=…, y_train=…, x_test=…, y_test=…).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>Use a part of it, or close other programs.</source>
            <translation>Użyj jego części albo zamknij inne programy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} cannot be read as .npz ({error_words}).</source>
            <translation>Nie można odczytać {path_name} jako .npz ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} does not fit into memory.</source>
            <translation>{path_name} nie mieści się w pamięci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} holds {key} twice.</source>
            <translation>{path_name} zawiera {key} dwa razy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} is damaged ({error_words}).</source>
            <translation>{path_name} jest uszkodzony ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name}: {key} is cut short.</source>
            <translation>{path_name}: {key} jest urwany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>Save plain arrays: images as numbers, labels as numbers or as text (labels.astype('U')).</source>
            <translation>Zapisz zwykłe tablice: obrazy jako liczby, etykiety jako liczby lub tekst (labels.astype('U')).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>{title}: {key} has an unknown format.</source>
            <translation>{title}: {key} ma nieznany format.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>{title}: {key} has the impossible shape {shape}.</source>
            <translation>{title}: {key} ma niemożliwy kształt {shape}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>{title}: {key} holds Python objects, which could run code.</source>
            <translation>{title}: {key} zawiera obiekty Pythona, które mogłyby uruchomić kod.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>The file cannot be reached ({error_words}).</source>
            <translation>Plik jest nieosiągalny ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>There is no file {path}.</source>
            <translation>Nie ma pliku {path}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>{path_name} cannot be read as {kind}: it is empty.</source>
            <translation>Nie można odczytać {path_name} jako {kind}: jest pusty.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>{path} cannot be read as {kind}: it is not a file.</source>
            <translation>Nie można odczytać {path} jako {kind}: to nie plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>At most {MOST_SIDE} a side can be opened.</source>
            <translation>Otworzyć można najwyżej {MOST_SIDE} na bok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Put the pictures of each class into a folder that is named after it.</source>
            <translation>Umieść obrazy każdej klasy w folderze o jej nazwie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Take it out, or save it again.</source>
            <translation>Wyjmij go albo zapisz jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Unpack it and open what is inside, or zip a folder of pictures per class.</source>
            <translation>Rozpakuj i otwórz to, co w środku, albo spakuj folder obrazów na klasę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Use a part of them, or save them as one .npz.</source>
            <translation>Użyj części albo zapisz je jako jeden .npz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Use smaller pictures.</source>
            <translation>Użyj mniejszych obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{file_name} is too large for a picture here.</source>
            <translation>{file_name} jest za duży jak na obraz tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name} cannot be read as a zip ({error_words}).</source>
            <translation>Nie można odczytać {path_name} jako zip ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name} holds no pictures; found: {inside}.</source>
            <translation>{path_name} nie zawiera obrazów; znaleziono: {inside}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name} is one picture; a data set has a folder of pictures for each class.</source>
            <translation>{path_name} to jeden obraz; zbiór danych ma folder obrazów na klasę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name}: {parts} would take {file_size} MiB.</source>
            <translation>{path_name}: {parts} zająłby {file_size} MiB.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title} has no folders with pictures.</source>
            <translation>{title} nie ma folderów z obrazami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title} holds more than {MOST_PICTURES} pictures.</source>
            <translation>{title} zawiera więcej niż {MOST_PICTURES} obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title} is too large to be opened.</source>
            <translation>{title} jest za duży, by go otworzyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title}: {picture_name} has {size}×{size_2} pixels.</source>
            <translation>{title}: {picture_name} ma {size}×{size_2} pikseli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title}: {where} cannot be read ({error_words}).</source>
            <translation>{title}: nie można odczytać {where} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>If it is a model, open it as one; data need x_train and y_train.</source>
            <translation>Jeśli to model, otwórz go jako model; dane wymagają x_train i y_train.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>Known are {kinds}.</source>
            <translation>Znane są {kinds}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>data</source>
            <translation>dane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>{path_name} holds no images with labels.</source>
            <translation>{path_name} nie zawiera obrazów z etykietami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>{path_name} is a folder without data that can be read here; it holds {inside}.</source>
            <translation>{path_name} to folder bez danych, które można tu odczytać; zawiera {inside}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>{path_name} is no kind of data that can be read here.</source>
            <translation>{path_name} nie jest rodzajem danych, który można tu odczytać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Hold back a larger share for validation, or none.</source>
            <translation>Odłóż do walidacji większą część albo nic.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Nets can be judged on them (ffstudio evaluate), not trained.</source>
            <translation>Można na nich oceniać sieci (ffstudio evaluate), ale nie uczyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Only {train} training images of {dataset_title} are left.</source>
            <translation>Zostało tylko obrazów uczących: {train}, {dataset_title}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Rows and columns of the pictures were exchanged.</source>
            <translation>Zamieniono wiersze obrazów z kolumnami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>The pictures lie on their side now: do not exchange rows and columns.</source>
            <translation>Obrazy leżą teraz na boku: nie zamieniaj wierszy z kolumnami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>The pictures look transposed, as EMNIST's files are: rows and columns exchanged (Data: Transposed, or --set data.transposed=true) brings them upright.</source>
            <translation>Obrazy wyglądają na transponowane, jak w plikach EMNIST: zamiana wierszy z kolumnami (Dane: Transponowane albo --set data.transposed=true) postawi je prosto.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Use a larger share of the data or hold back less for validation.</source>
            <translation>Użyj większej części danych albo odłóż mniej do walidacji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>{dataset_title} holds test images only.</source>
            <translation>{dataset_title} zawiera tylko obrazy testowe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>{validation} of {sizes} training images is less than one image.</source>
            <translation>{validation} z {sizes} obrazów uczących to mniej niż jeden obraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>{wrong} of {labels} training images have a wrong label.</source>
            <translation>{wrong} z {labels} obrazów uczących ma błędną etykietę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Data set</source>
            <translation>Zbiór danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Dropped pixels</source>
            <translation>Pominięte piksele</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Each training image is made up to this share larger or smaller, anew in every epoch.</source>
            <translation>Każdy obraz uczący jest powiększany lub pomniejszany o najwyżej tyle, na nowo w każdej epoce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Each training image is moved by up to this much, both ways, anew in every epoch (Hinton 2022, 3.3: 2 px).</source>
            <translation>Każdy obraz uczący jest przesuwany o najwyżej tyle, w obu kierunkach, na nowo w każdej epoce (Hinton 2022, 3.3: 2 px).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Each training image is turned by up to this much, anew in every epoch.</source>
            <translation>Każdy obraz uczący jest obracany o najwyżej tyle, na nowo w każdej epoce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>File</source>
            <translation>Plik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Label noise</source>
            <translation>Szum etykiet</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Noise seed</source>
            <translation>Ziarno szumu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Rotation</source>
            <translation>Obrót</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Rows and columns of the pictures are exchanged, as EMNIST's files have them: on brings them upright.</source>
            <translation>Wiersze obrazów są zamienione z kolumnami, jak w plikach EMNIST: włączone stawia obrazy prosto.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of each training image's pixels set to zero, anew in every epoch (dropout of the input).</source>
            <translation>Udział pikseli każdego obrazu uczącego ustawianych na zero, na nowo w każdej epoce (porzucanie wejścia).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of the training images held back to judge the net while it learns. With 0 the test set is used for that.</source>
            <translation>Udział obrazów uczących odłożonych, by oceniać sieć podczas uczenia. Przy 0 służy do tego zbiór testowy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of the training images that are given a wrong label, any of the others. Validation and test images keep theirs.</source>
            <translation>Udział obrazów uczących, którym nadano błędną etykietę, dowolną z innych. Obrazy walidacyjne i testowe zachowują swoje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of the training images that is used.</source>
            <translation>Udział używanych obrazów uczących.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Shift</source>
            <translation>Przesunięcie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>The file or folder of your own data set.</source>
            <translation>Plik lub folder własnego zbioru danych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>The images to learn from.</source>
            <translation>Obrazy do uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Transposed</source>
            <translation>Transponowane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Use</source>
            <translation>Użyj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Validation</source>
            <translation>Walidacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Values</source>
            <translation>Wartości</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Which images are given a wrong label, and which: the same seed, the same ones.</source>
            <translation>Które obrazy dostają błędną etykietę i jaką: to samo ziarno, te same.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Which values of your own images are black and white. Automatic tells it by where nearly all pixels lie; the Data panel shows how they were read.</source>
            <translation>Które wartości twoich obrazów są czarne, a które białe. Automatyczne poznaje to po tym, gdzie leżą prawie wszystkie piksele; panel Dane pokazuje, jak je odczytano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Zoom</source>
            <translation>Powiększenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>share</source>
            <translation>udział</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/camera.py" />
            <source>4-pixel camera</source>
            <translation>4-pikselowa kamera</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/camera.py" />
            <source>Solid, vertical, diagonal, horizontal; 2×2.</source>
            <translation>Pełny, pionowy, ukośny, poziomy; 2×2.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>1,797 handwritten digits; always there.</source>
            <translation>1797 odręcznych cyfr; zawsze dostępne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>Bundled digits</source>
            <translation>Dołączone cyfry</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>Bundled digits 8×8</source>
            <translation>Dołączone cyfry 8×8</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>bundled with ffstudio (UCI handwritten digits)</source>
            <translation>dołączone do ffstudio (odręczne cyfry UCI)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>Check the connection, use the bundled digits, or choose a file.</source>
            <translation>Sprawdź połączenie, użyj dołączonych cyfr albo wybierz plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The download of {title} broke off after {done} of {total} bytes.</source>
            <translation>Pobieranie {title} urwało się po {done} z {total} bajtów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The download was cancelled.</source>
            <translation>Pobieranie anulowano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The downloaded {file} is not the published file (its {algorithm} differs).</source>
            <translation>Pobrany {file} nie jest opublikowanym plikiem (jego {algorithm} się różni).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The server sends more than {file} can hold.</source>
            <translation>Serwer wysyła więcej, niż {file} może pomieścić.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>Try again on another network, or choose a file.</source>
            <translation>Spróbuj w innej sieci albo wybierz plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>{title} could not be downloaded ({error}).</source>
            <translation>Nie udało się pobrać {title} ({error}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>{title} could not be saved in {folder} ({error_words}).</source>
            <translation>Nie udało się zapisać {title} w {folder} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/fashion_mnist.py" />
            <source>70,000 pictures of clothes, 28×28.</source>
            <translation>70 000 obrazków ubrań, 28×28.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/fashion_mnist.py" />
            <source>Fashion-MNIST</source>
            <translation>Fashion-MNIST</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/mnist.py" />
            <source>70,000 handwritten digits, 28×28.</source>
            <translation>70 000 odręcznych cyfr, 28×28.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/mnist.py" />
            <source>MNIST</source>
            <translation>MNIST</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>Choose one.</source>
            <translation>Wybierz jakiś.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>Images and labels of your own: NumPy, IDX, CSV, MATLAB, HDF5, or a folder per class.</source>
            <translation>Własne obrazy i etykiety: NumPy, IDX, CSV, MATLAB, HDF5 albo folder na klasę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>No file of images has been chosen.</source>
            <translation>Nie wybrano pliku obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>Your own file…</source>
            <translation>Własny plik…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>Download it, use the bundled digits, or choose a file.</source>
            <translation>Pobierz go, użyj dołączonych cyfr albo wybierz plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>Get fresh copies.</source>
            <translation>Zdobądź świeże kopie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>Remove that file and download it again, use the bundled digits, or choose a file.</source>
            <translation>Usuń ten plik i pobierz go ponownie, użyj dołączonych cyfr albo wybierz plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>The {which} files in {place} do not belong together.</source>
            <translation>Pliki ({which}) w {place} nie pasują do siebie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{path_name} is not {shape_title}: it holds {height}×{width} pixels and the classes {class_names}.</source>
            <translation>{path_name} to nie {shape_title}: zawiera {height}×{width} pikseli i klasy {class_names}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{shape_title} (sample of 900 images)</source>
            <translation>{shape_title} (próba 900 obrazów)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{shape_title} is not on this computer.</source>
            <translation>{shape_title}: nie ma go na tym komputerze.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{title} in {parent} cannot be used: {message}</source>
            <translation>Nie można użyć {title} z {parent}: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>Classes are matched by name; {parts}.</source>
            <translation>Klasy dopasowano po nazwach; {parts}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>label 1 is taken for class 0 and so on</source>
            <translation>etykieta 1 jest brana za klasę 0 i tak dalej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>label {last} is taken for class 0</source>
            <translation>etykieta {last} jest brana za klasę 0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>the data have no {unseen}</source>
            <translation>dane nie mają {unseen}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>the net does not know {missing}: left out</source>
            <translation>sieć nie zna {missing}: pominięto</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>they are in another order</source>
            <translation>są w innej kolejności</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>{data_title} (classes by name)</source>
            <translation>{data_title} (klasy po nazwach)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source> and {more} more</source>
            <translation> i jeszcze {more}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>All {x} {which} images are {what}: there is nothing to learn from them.</source>
            <translation>Wszystkie {x} obrazy ({which}): {what}; nie ma się z nich czego uczyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>Hardly any training image of {list_classes}, beside some {usual} of the others: are these labels meant?</source>
            <translation>Prawie żadnego obrazu uczącego: {list_classes}, wobec około {usual} z innych: czy te etykiety są zamierzone?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>Images of {height}×{width} pixels show next to nothing.</source>
            <translation>Obrazy {height}×{width} pikseli nie pokazują prawie nic.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>No {which} image of {list_classes}: {end}.</source>
            <translation>Brak obrazu ({which}): {list_classes}; {end}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>One training image only of {list_classes}.</source>
            <translation>Tylko jeden obraz uczący: {list_classes}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>Training images are mostly {either}, test images mostly {either_2}: one set may be inverted.</source>
            <translation>Obrazy uczące są przeważnie {either}, testowe przeważnie {either_2}: jeden zbiór może być odwrócony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>class {shown}</source>
            <translation>klasy {shown}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>classes {shown}</source>
            <translation>klas {shown}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>it cannot be learnt</source>
            <translation>nie da się jej nauczyć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>it is not judged</source>
            <translation>nie jest oceniana</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>of one brightness</source>
            <translation>jednej jasności</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>they are not judged</source>
            <translation>nie są oceniane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>they cannot be learnt</source>
            <translation>nie da się ich nauczyć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>{again} of {test} test images are among the training images: judged on those, a net looks too good.</source>
            <translation>{again} z {test} obrazów testowych jest wśród uczących: oceniana na nich sieć wygląda zbyt dobrze.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>{plain} of {x} {which} images are {what}.</source>
            <translation>{plain} z {x} obrazów ({which}): {what}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Check that {where} holds class labels.</source>
            <translation>Sprawdź, czy {where} zawiera etykiety klas.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Its {given} class names do not fit its labels {values}…{values_2}: left out.</source>
            <translation>Jego nazwy klas ({given}) nie pasują do etykiet {values}…{values_2}: pominięto.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Label both sets alike.</source>
            <translation>Oznacz oba zbiory jednakowo.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels are 1 to 10. Where they are digits, 10 may stand for 0: y % 10 makes it so.</source>
            <translation>Etykiety to 1 do 10. Jeśli to cyfry, 10 może oznaczać 0: y % 10 to załatwia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels must be one whole number per image, one word, or one hot.</source>
            <translation>Etykiety muszą być jedną liczbą całkowitą na obraz, jednym słowem albo one-hot.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels must be one whole number per image; of probabilities take y.argmax(axis=1).</source>
            <translation>Etykiety muszą być jedną liczbą całkowitą na obraz; z prawdopodobieństw weź y.argmax(axis=1).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels must be whole numbers.</source>
            <translation>Etykiety muszą być liczbami całkowitymi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Leave these images out, or label them.</source>
            <translation>Pomiń te obrazy albo je oznacz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Use data with two or more.</source>
            <translation>Użyj danych z dwiema lub więcej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Use smaller class labels.</source>
            <translation>Użyj mniejszych etykiet klas.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{key} {shape} is one hot: the place of the one is the label.</source>
            <translation>{key} {shape} jest one-hot: miejsce jedynki to etykieta.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title} has labels that are numbers in one set and words in another.</source>
            <translation>{title} ma etykiety, które w jednym zbiorze są liczbami, a w drugim słowami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title} has {values} different labels; at most {MOST_CLASSES} are possible.</source>
            <translation>{title} ma różnych etykiet: {values}; możliwe jest najwyżej {MOST_CLASSES}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title} holds one class only.</source>
            <translation>{title} zawiera tylko jedną klasę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} has shape {shape} and is not one hot.</source>
            <translation>{title}: {key} ma kształt {shape} i nie jest one-hot.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} has shape {shape}.</source>
            <translation>{title}: {key} ma kształt {shape}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} has {count_nonzero} labels that are NaN or infinite; labels must be whole numbers.</source>
            <translation>{title}: {key} ma etykiet NaN lub nieskończonych: {count_nonzero}; etykiety muszą być liczbami całkowitymi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} holds {dtype}.</source>
            <translation>{title}: {key} zawiera {dtype}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} holds {max}.</source>
            <translation>{title}: {key} zawiera {max}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source> or </source>
            <translation> lub </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Clean the images.</source>
            <translation>Oczyść obrazy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Images must be (number, height, width), grey, or with one axis for colours.</source>
            <translation>Obrazy muszą być (liczba, wysokość, szerokość), szare albo z jedną osią na barwy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Save numbers.</source>
            <translation>Zapisz liczby.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Save them as pictures: x.reshape(len(x), {pairs}, {pairs_2}), height first.</source>
            <translation>Zapisz je jako obrazy: x.reshape(len(x), {pairs}, {pairs_2}), najpierw wysokość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>The colours of {key} were turned grey by their brightness.</source>
            <translation>Barwy {key} zamieniono na szarość według jasności.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>The last channel of {key} is taken for transparency: left out.</source>
            <translation>Ostatni kanał {key} uznano za przezroczystość: pominięto.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>The {where} column of {key} holds {what}: left out.</source>
            <translation>Kolumna {where} w {key} zawiera {what}: pominięto.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>one value only</source>
            <translation>tylko jedną wartość</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>the labels again</source>
            <translation>jeszcze raz etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} is grey in three equal channels: one was kept.</source>
            <translation>{key} jest szary w trzech równych kanałach: zachowano jeden.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} {shape} counts its images along the last axis: turned round.</source>
            <translation>{key} {shape} liczy obrazy wzdłuż ostatniej osi: obrócono.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} {shape} was read as {side}×{side} in three planes of colour.</source>
            <translation>{key} {shape} odczytano jako {side}×{side} w trzech płaszczyznach barw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} {shape} was read as {side}×{side} pixels of three colours.</source>
            <translation>{key} {shape} odczytano jako {side}×{side} pikseli w trzech barwach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} has shape {shape}: rows of {count} pixels, which is no square; they may be {likely}.</source>
            <translation>{title}: {key} ma kształt {shape}: wiersze po {count} pikseli, co nie jest kwadratem; mogą to być {likely}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} has shape {shape}: that is no picture of one, three or four colours.</source>
            <translation>{title}: {key} ma kształt {shape}: to nie obraz w jednej, trzech ani czterech barwach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} holds NaN or infinite pixels.</source>
            <translation>{title}: {key} zawiera piksele NaN lub nieskończone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} holds {dtype}, not numbers.</source>
            <translation>{title}: {key} zawiera {dtype}, a nie liczby.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>Its arrays were told by their shapes: </source>
            <translation>Jego tablice rozpoznano po kształtach: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>Keep one of them.</source>
            <translation>Zostaw jedno z nich.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>{content_title} holds {roles} and {key}: which one is meant is not clear.</source>
            <translation>{content_title} zawiera {roles} i {key}: nie wiadomo, o które chodzi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>{key} as {role}</source>
            <translation>{key} jako {role}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/stored.py" />
            <source>At most {MOST_BYTES} GiB can be opened; use a part of it.</source>
            <translation>Otworzyć można najwyżej {MOST_BYTES} GiB; użyj części.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/stored.py" />
            <source>{content_title} would take {total} GiB.</source>
            <translation>{content_title} zająłby {total} GiB.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source> (it has no test set: {images} images were held back)</source>
            <translation> (nie ma zbioru testowego: odłożono obrazów: {images})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Add x_test and y_test.</source>
            <translation>Dodaj x_test i y_test.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Add x_{which} and y_{which}.</source>
            <translation>Dodaj x_{which} i y_{which}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Give both the same height and width.</source>
            <translation>Nadaj obu tę samą wysokość i szerokość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Give every image one label.</source>
            <translation>Nadaj każdemu obrazowi jedną etykietę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>It has no test set: its validation images serve as one.</source>
            <translation>Nie ma zbioru testowego: służą za niego obrazy walidacyjne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>It has no test set: {images} images were held back as one.</source>
            <translation>Nie ma zbioru testowego: odłożono na niego obrazów: {images}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Name them x_train, y_train, x_test, y_test, as numpy.savez(…, x_train=…, y_train=…) does.</source>
            <translation>Nazwij je x_train, y_train, x_test, y_test, jak robi numpy.savez(…, x_train=…, y_train=…).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>There are too few images to hold some back.</source>
            <translation>Jest za mało obrazów, by część odłożyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{WORDS} images are {shape}</source>
            <translation>obrazy ({WORDS}): {shape}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title} holds no {role}; found: {listing}.</source>
            <translation>{content_title} nie zawiera {role}; znaleziono: {listing}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title} holds only half a test set; found: {listing}.</source>
            <translation>{content_title} zawiera tylko połowę zbioru testowego; znaleziono: {listing}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title} holds only half a {word} set; found: {listing}.</source>
            <translation>{content_title} zawiera tylko połowę zbioru ({word}); znaleziono: {listing}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title}: {x} {which} images but {y} labels.</source>
            <translation>{content_title}: obrazów ({which}): {x}, ale etykiet: {y}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>, clipped</source>
            <translation>, przycięte</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>0 to 255</source>
            <translation>0 do 255</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>As they are</source>
            <translation>Jak są</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Automatic</source>
            <translation>Automatyczne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Bring both to one range, or choose how values are read (Data: Values).</source>
            <translation>Sprowadź oba do jednego zakresu albo wybierz, jak czytać wartości (Dane: Wartości).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Darkest to brightest</source>
            <translation>Od najciemniejszej do najjaśniejszej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Read as 0…1; clipped to it.</source>
            <translation>Czytane jako 0…1; reszta przycięta.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>The numbers are handed to the net unchanged.</source>
            <translation>Liczby trafiają do sieci bez zmian.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>The training images hold {one_text}; the test images {other_text}.</source>
            <translation>Obrazy uczące zawierają {one_text}; testowe {other_text}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Told by where nearly all pixels lie.</source>
            <translation>Poznawane po tym, gdzie leżą prawie wszystkie piksele.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>What the training images hold, read as 0…1.</source>
            <translation>To, co zawierają obrazy uczące, czytane jako 0…1.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>values {between}</source>
            <translation>wartości {between}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>{values}, read as black to white</source>
            <translation>{values}, czytane od czerni do bieli</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>{values}, read as they are</source>
            <translation>{values}, czytane, jak są</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>{values}, {between} read as 0…1{clipped}</source>
            <translation>{values}, {between} czytane jako 0…1{clipped}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source> in every layer</source>
            <translation> w każdej warstwie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source> instead of at most {limit}</source>
            <translation> zamiast najwyżej {limit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source> of {limit}</source>
            <translation> z {limit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>0 of {wanted} {noun} trained</source>
            <translation>uczono 0 z {wanted} {noun}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>; so far read as {names}</source>
            <translation>; dotąd odczytano jako {names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A figure or the curves have been exported in this step.</source>
            <translation>W tym kroku wyeksportowano rysunek lub krzywe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A panel is open</source>
            <translation>Panel jest otwarty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A setting has a value</source>
            <translation>Ustawienie ma wartość</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A setting of the experiment.</source>
            <translation>Ustawienie eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>AUC of each layer</source>
            <translation>AUC każdej warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Accepts</source>
            <translation>Przyjmuje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Accuracy</source>
            <translation>Dokładność</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Answer in words</source>
            <translation>Odpowiedź słowami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>At least</source>
            <translation>Co najmniej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>At most</source>
            <translation>Najwyżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Both nets</source>
            <translation>Obie sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Choices</source>
            <translation>Odpowiedzi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Each Forward-Forward layer alone</source>
            <translation>Każda warstwa Forward-Forward osobno</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Epochs.</source>
            <translation>Epoki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>How</source>
            <translation>Jak</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Image by image, the true label has more goodness than a wrong one so often.</source>
            <translation>Obraz po obrazie, prawdziwa etykieta ma więcej dobroci niż błędna tak często.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>In each layer a positive exceeds a negative with at least this probability.</source>
            <translation>W każdej warstwie pozytywny przewyższa negatywny z co najmniej takim prawdopodobieństwem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Is</source>
            <translation>Jest równe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Is at least</source>
            <translation>Jest co najmniej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Is at most</source>
            <translation>Jest najwyżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Its name in the table of panels.</source>
            <translation>Jego nazwa w tabeli paneli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Its number, counted from 1.</source>
            <translation>Jej numer, licząc od 1.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Multiple choice</source>
            <translation>Wielokrotny wybór</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Nets have been trained in this lesson for so many epochs.</source>
            <translation>W tej lekcji sieci uczono przez tyle epok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Of</source>
            <translation>Z</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>One of these answers has been typed; capitals and spaces do not count.</source>
            <translation>Wpisano jedną z tych odpowiedzi; wielkość liter i odstępy się nie liczą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Overlap of each layer's histograms</source>
            <translation>Nakładanie histogramów każdej warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Panel</source>
            <translation>Panel</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Question</source>
            <translation>Pytanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Read as</source>
            <translation>Odczytano jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Right one</source>
            <translation>Właściwa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Setting</source>
            <translation>Ustawienie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Something was drawn</source>
            <translation>Coś narysowano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Something was drawn on the pad, and read as this label where one is named.</source>
            <translation>Na tabliczce coś narysowano i odczytano jako tę etykietę, jeśli jest podana.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Something was exported</source>
            <translation>Coś wyeksportowano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The experiment in the builder has this value.</source>
            <translation>Eksperyment w budowniczym ma tę wartość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The histograms of positive and negative data share at most so much.</source>
            <translation>Histogramy danych pozytywnych i negatywnych mają wspólne najwyżej tyle.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The label that the Forward-Forward net (or else backprop) must read; empty for any drawing.</source>
            <translation>Etykieta, którą musi odczytać sieć Forward-Forward (albo propagacja wsteczna); puste dla dowolnego rysunku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The least AUC.</source>
            <translation>Najmniejsze AUC.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The least accuracy.</source>
            <translation>Najmniejsza dokładność.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The least share of the images.</source>
            <translation>Najmniejszy udział obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The most they may share.</source>
            <translation>Ile najwyżej mogą mieć wspólnego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The nets that are shown began to learn with this value.</source>
            <translation>Pokazane sieci zaczęły się uczyć z tą wartością.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The panel has been in sight in this step.</source>
            <translation>Panel był widoczny w tym kroku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The right one of several answers has been chosen.</source>
            <translation>Wybrano właściwą z kilku odpowiedzi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The value, as the experiment's file writes it.</source>
            <translation>Wartość, jak zapisuje ją plik eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Trained for some epochs</source>
            <translation>Uczono przez kilka epok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Trained with a setting</source>
            <translation>Uczono z ustawieniem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>True label wins in each layer</source>
            <translation>Prawdziwa etykieta wygrywa w każdej warstwie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Value</source>
            <translation>Wartość</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>What is asked.</source>
            <translation>O co pytamy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>What was trained in this lesson names so many images rightly.</source>
            <translation>To, co nauczono w tej lekcji, dobrze nazywa tyle obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Whether the value must be just this, or may be beyond it.</source>
            <translation>Czy wartość ma być dokładnie taka, czy może być dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Whose accuracy.</source>
            <translation>Czyja dokładność.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>at least </source>
            <translation>co najmniej </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>at most </source>
            <translation>najwyżej </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>backprop</source>
            <translation>propagacja wsteczna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>being measured…</source>
            <translation>mierzenie…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>choose an answer</source>
            <translation>wybierz odpowiedź</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>draw one that is read as {wanted}{seen}</source>
            <translation>narysuj coś, co zostanie odczytane jako {wanted}{seen}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>it is</source>
            <translation>jest</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not judged yet: {limit} are wanted</source>
            <translation>jeszcze nie oceniono: trzeba {limit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not quite: look again and choose another</source>
            <translation>niezupełnie: popatrz jeszcze raz i wybierz inną</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not quite: try another word</source>
            <translation>niezupełnie: spróbuj innego słowa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not trained in this lesson yet</source>
            <translation>w tej lekcji jeszcze nie uczono</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>nothing drawn yet</source>
            <translation>nic jeszcze nie narysowano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>nothing exported yet (Ctrl+E)</source>
            <translation>nic jeszcze nie wyeksportowano (Ctrl+E)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>open the {title} panel</source>
            <translation>otwórz panel {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>read as {wanted}</source>
            <translation>odczytano jako {wanted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>the builder has</source>
            <translation>budowniczy ma</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>the net began with</source>
            <translation>sieć zaczęła z</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>type an answer</source>
            <translation>wpisz odpowiedź</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{NO_NET}: {wanted} % are wanted</source>
            <translation>{NO_NET}: trzeba {wanted} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{done} of {wanted} {noun} trained</source>
            <translation>uczono {done} z {wanted} {noun}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{done} {either} trained</source>
            <translation>uczono: {done} {either}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{title} is open</source>
            <translation>{title}: otwarty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{words}; there is no layer</source>
            <translation>{words}; nie ma warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"checks" of step {number} must be a list of at most {MOST_CHECKS}.</source>
            <translation>"checks" kroku {number} musi być listą o najwyżej {MOST_CHECKS} pozycjach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"experiment" is a preset's name, or an experiment written out.</source>
            <translation>"experiment" to nazwa presetu albo zapisany eksperyment.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"hide" of the lesson must be an object.</source>
            <translation>"hide" lekcji musi być obiektem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"{what}" that the lesson hides must be a list of names.</source>
            <translation>"{what}", które lekcja ukrywa, musi być listą nazw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>A lesson file is JSON and holds "format": "{LESSON_FORMAT}".</source>
            <translation>Plik lekcji to JSON i zawiera "format": "{LESSON_FORMAT}".</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Add "steps": [ … ].</source>
            <translation>Dodaj "steps": [ … ].</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Add "version": {LESSON_VERSION}.</source>
            <translation>Dodaj "version": {LESSON_VERSION}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Add "{name}": "…".</source>
            <translation>Dodaj "{name}": "…".</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose a lesson file.</source>
            <translation>Wybierz plik lekcji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose a lesson that ffstudio has written.</source>
            <translation>Wybierz lekcję zapisaną przez ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose another lesson.</source>
            <translation>Wybierz inną lekcję.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose another place.</source>
            <translation>Wybierz inne miejsce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Do one or the other.</source>
            <translation>Zrób jedno albo drugie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Known are: {CHECKS}.</source>
            <translation>Znane są: {CHECKS}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Known are: {panels}.</source>
            <translation>Znane są: {panels}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Known are: {value}.</source>
            <translation>Znane są: {value}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Make two lessons of it.</source>
            <translation>Zrób z niej dwie lekcje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Step {number}</source>
            <translation>Krok {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson</source>
            <translation>Lekcja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson does not say which format it has.</source>
            <translation>Lekcja nie mówi, jaki ma format.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson has no experiment.</source>
            <translation>Lekcja nie ma eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson has no steps.</source>
            <translation>Lekcja nie ma kroków.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson has {steps} steps; at most {MOST_STEPS} are possible.</source>
            <translation>Lekcja ma kroków: {steps}; możliwe jest najwyżej {MOST_STEPS}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson hides a panel {repr}, which does not exist.</source>
            <translation>Lekcja ukrywa panel {repr}, który nie istnieje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson hides a setting {repr}, which does not exist.</source>
            <translation>Lekcja ukrywa ustawienie {repr}, które nie istnieje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson is not valid JSON ({why}).</source>
            <translation>Lekcja nie jest poprawnym JSON ({why}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson names "{key}" twice in one place.</source>
            <translation>Lekcja podaje "{key}" dwa razy w jednym miejscu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson's experiment cannot be used: {message}</source>
            <translation>Eksperymentu lekcji nie można użyć: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson's experiment is nested too deep.</source>
            <translation>Eksperyment lekcji jest zbyt głęboko zagnieżdżony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson's experiment {repr} is no preset.</source>
            <translation>Eksperyment lekcji {repr} nie jest presetem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>This is not an ffstudio lesson.</source>
            <translation>To nie jest lekcja ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>This lesson was written by a newer ffstudio.</source>
            <translation>Tę lekcję zapisał nowszy ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Unknown in {where}: {named}.</source>
            <translation>Nieznane w {where}: {named}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Write "hide": {}.</source>
            <translation>Napisz "hide": {}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>does not say what it checks</source>
            <translation>nie mówi, co sprawdza</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>is {repr}</source>
            <translation>jest {repr}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>nested too deep</source>
            <translation>zbyt głęboko zagnieżdżone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>the lesson</source>
            <translation>lekcja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{path_name} is no lesson: it is larger than {MOST_BYTES} MB.</source>
            <translation>{path_name} nie jest lekcją: jest większy niż {MOST_BYTES} MB.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{path_name} is no lesson: it is not a text file.</source>
            <translation>{path_name} nie jest lekcją: to nie plik tekstowy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{path} cannot be written ({error_words}).</source>
            <translation>Nie można zapisać {path} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} brings up a panel {repr}, which does not exist.</source>
            <translation>{where} pokazuje panel {repr}, który nie istnieje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} brings up the panel {panel}, which the lesson hides.</source>
            <translation>{where} pokazuje panel {panel}, który lekcja ukrywa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} has no {name}.</source>
            <translation>{where} nie ma {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} must be an object with a title and a text.</source>
            <translation>{where} musi być obiektem z tytułem i tekstem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}, check {i}</source>
            <translation>{where}, sprawdzenie {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "right" is {right}, but there are {choices} choices.</source>
            <translation>{where}: "right" to {right}, a odpowiedzi jest {choices}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "value" for {arguments} {problem}.</source>
            <translation>{where}: "value" dla {arguments} {problem}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "value" must be a number, a text, true or false.</source>
            <translation>{where}: "value" musi być liczbą, tekstem, true albo false.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" has {value} characters; at most {most} are possible.</source>
            <translation>{where}: "{name}" ma znaków: {value}; możliwe jest najwyżej {most}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" holds what is no text.</source>
            <translation>{where}: "{name}" zawiera coś, co nie jest tekstem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" is longer than {MOST_TITLE} characters.</source>
            <translation>{where}: "{name}" jest dłuższe niż {MOST_TITLE} znaków.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" must be a list of 1 to {MOST_CHOICES} different texts.</source>
            <translation>{where}: "{name}" musi być listą od 1 do {MOST_CHOICES} różnych tekstów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" must be text; it is {repr}.</source>
            <translation>{where}: "{name}" musi być tekstem; jest {repr}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: the lesson hides the panel draw, so nobody can draw.</source>
            <translation>{where}: lekcja ukrywa panel rysowania, więc nikt nie może rysować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: the lesson hides the panel {name}, so nobody can open it.</source>
            <translation>{where}: lekcja ukrywa panel {name}, więc nikt go nie otworzy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: there is no panel {repr}.</source>
            <translation>{where}: nie ma panelu {repr}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: {arguments} is no number, so "how" can only be "is".</source>
            <translation>{where}: {arguments} nie jest liczbą, więc "how" może być tylko "is".</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Backprop </source>
            <translation>Propagacja wsteczna </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Data: </source>
            <translation>Dane: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Layers</source>
            <translation>Warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Training</source>
            <translation>Uczenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>Forward-Forward Against Backprop</source>
            <translation>Forward-Forward a propagacja wsteczna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>Negatives, Good and Bad</source>
            <translation>Negatywy dobre i złe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>What Goodness Is</source>
            <translation>Czym jest dobroć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>What a Threshold Does</source>
            <translation>Co robi próg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/view.py" />
            <source>{count} {which} images</source>
            <translation>obrazy ({which}): {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/view.py" />
            <source>{which} images</source>
            <translation>obrazy ({which})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/alignment.py" />
            <source>The experiment that says how these layers learn is not there.</source>
            <translation>Brak eksperymentu, który mówi, jak te warstwy się uczą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/alignment.py" />
            <source>There is no Forward-Forward net, so no layer learns by itself.</source>
            <translation>Nie ma sieci Forward-Forward, więc żadna warstwa nie uczy się sama.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/backpropagation.py" />
            <source>The derivative of {activation}, in {name}, is not among those that are known.</source>
            <translation>Pochodna {activation} w {name} nie należy do znanych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/backpropagation.py" />
            <source>The net ends in {name} ({kind}); only dense layers at its end are followed.</source>
            <translation>Sieć kończy się na {name} ({kind}); śledzone są tylko warstwy gęste na jej końcu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/backpropagation.py" />
            <source>This net is no classifier, so no label tells what its outputs should be: {role}.</source>
            <translation>Ta sieć nie jest klasyfikatorem, więc żadna etykieta nie mówi, jakie powinny być jej wyjścia: {role}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/ff_snapshot.py" />
            <source>Forward-Forward {name}</source>
            <translation>Forward-Forward {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/ff_snapshot.py" />
            <source>Layer {index}</source>
            <translation>Warstwa {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/fixed_sample.py" />
            <source>all {total} {which} images of {title}</source>
            <translation>wszystkie obrazy z {title} ({which}): {total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/fixed_sample.py" />
            <source>{count} of {total} {which} images of {title}, always the same</source>
            <translation>{count} z {total} obrazów z {title} ({which}), zawsze te same</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>No unit is dropped here, as when the net answers.</source>
            <translation>Żadna jednostka nie jest tu wyłączana, tak jak gdy sieć odpowiada.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>Penalties on weights are not part of this J.</source>
            <translation>Kary za wagi nie należą do tego J.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>There is no Forward-Forward net beside it: train both to compare.</source>
            <translation>Nie ma obok sieci Forward-Forward: ucz obie, aby porównać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>There is no backprop net to look into.</source>
            <translation>Nie ma sieci z propagacją wsteczną, w którą można zajrzeć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>δ is followed through the dense layers at the net's end; what {layers} make of the image is only computed.</source>
            <translation>δ śledzi się przez warstwy gęste na końcu sieci; to, co z obrazu robią {layers}, jest tylko obliczane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/label_looks.py" />
            <source>No label enters this net together with the image, so its activity is the same whatever the label.</source>
            <translation>Żadna etykieta nie wchodzi do tej sieci razem z obrazem, więc jej aktywność jest taka sama przy każdej etykiecie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/local_gradients.py" />
            <source>Local gradients are followed in nets with the label in their input only.</source>
            <translation>Lokalne gradienty śledzi się tylko w sieciach z etykietą w wejściu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/local_gradients.py" />
            <source>Local gradients are followed through dense layers only.</source>
            <translation>Lokalne gradienty śledzi się tylko przez warstwy gęste.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/local_gradients.py" />
            <source>The derivative of {name} is not among those that are known.</source>
            <translation>Pochodna {name} nie należy do znanych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/network_snapshot.py" />
            <source>Backprop {number}</source>
            <translation>Propagacja wsteczna {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/network_snapshot.py" />
            <source>This {role} takes {size} numbers, not a picture.</source>
            <translation>Ten {role} przyjmuje liczb: {size}, a nie obraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>Pictures are handed over otherwise than they come: {done}. Of a sample {share} are recognised so, as they come {plain}.</source>
            <translation>Obrazy są podawane inaczej, niż przychodzą: {done}. Z próby rozpoznawanych jest tak {share}, bez zmian {plain}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>Pictures are handed over otherwise than they come: {done}. Of a sample {share} are recognised so.</source>
            <translation>Obrazy są podawane inaczej, niż przychodzą: {done}. Z próby rozpoznawanych jest tak {share}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>black and white exchanged</source>
            <translation>czerń i biel zamienione</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>cut and scaled from {before} to {after} pixels</source>
            <translation>przycięte i przeskalowane z {before} do {after} pikseli</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>framed or cut from {before} to {after} pixels</source>
            <translation>obramowane albo przycięte z {before} do {after} pikseli</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>scaled and framed from {before} to {after} pixels</source>
            <translation>przeskalowane i obramowane z {before} do {after} pikseli</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>scaled from {before} to {after} pixels</source>
            <translation>przeskalowane z {before} do {after} pikseli</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>trying how images are handed over</source>
            <translation>próbowanie, jak podawać obrazy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>values {before} taken to {after}</source>
            <translation>wartości {before} przeniesione na {after}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/pairs.py" />
            <source> (random: there is no fitting net yet)</source>
            <translation> (losowo: nie ma jeszcze pasującej sieci)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/pairs.py" />
            <source>chosen by the net you see</source>
            <translation>wybrane przez widoczną sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>Leaky ReLU (0.2)</source>
            <translation>Leaky ReLU (0.2)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>Linear</source>
            <translation>Liniowa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>SiLU (swish)</source>
            <translation>SiLU (swish)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>Sigmoid</source>
            <translation>Sigmoidalna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Each class owns an equal share of the units or channels and is scored by their mean activity (DeeperForward, ICLR 2025); no negative data are needed.</source>
            <translation>Każda klasa ma równą część jednostek lub kanałów i jest oceniana ich średnią aktywnością (DeeperForward, ICLR 2025); dane negatywne nie są potrzebne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Each class owns an equal share of the units or channels and is scored by their mean square (CwComp, AAAI 2024); no negative data are needed.</source>
            <translation>Każda klasa ma równą część jednostek lub kanałów i jest oceniana ich średnią kwadratów (CwComp, AAAI 2024); dane negatywne nie są potrzebne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of absolute values</source>
            <translation>Średnia wartości bezwzględnych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of squares</source>
            <translation>Średnia kwadratów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of squares, class by class</source>
            <translation>Średnia kwadratów, klasa po klasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of the activities without their signs: large activities count for less.</source>
            <translation>Średnia aktywności bez znaków: duże aktywności liczą się mniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of the squared activities; a threshold near 1 suits any width (Keras example).</source>
            <translation>Średnia kwadratów aktywności; próg bliski 1 pasuje do każdej szerokości (przykład Keras).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean, class by class</source>
            <translation>Średnia, klasa po klasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Minus mean of squares</source>
            <translation>Minus średnia kwadratów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Minus sum of squares</source>
            <translation>Minus suma kwadratów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Positive data are to make the layer quiet, negative data loud; thresholds are negative.</source>
            <translation>Dane pozytywne mają warstwę uciszać, negatywne pobudzać; progi są ujemne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Sum of squares</source>
            <translation>Suma kwadratów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Sum of squares made small for positive data (Hinton 2022, sec. 5); thresholds are negative.</source>
            <translation>Suma kwadratów zmniejszana dla danych pozytywnych (Hinton 2022, rozdz. 5); progi są ujemne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Sum of the squared activities; the threshold grows with the width (Hinton 2022, sec. 2).</source>
            <translation>Suma kwadratów aktywności; próg rośnie z szerokością (Hinton 2022, rozdz. 2).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Like the symmetric pair, but pairs that are far apart no longer count, nor those that are hopelessly wrong.</source>
            <translation>Jak symetryczna para, ale pary bardzo odległe już się nie liczą, ani te beznadziejnie błędne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Logistic around θ</source>
            <translation>Logistyczna wokół θ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Logistic, two thresholds</source>
            <translation>Logistyczna, dwa progi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Margin pair</source>
            <translation>Para z marginesem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Positive goodness must exceed 1.5 θ, negative stay below 0.5 θ (after SCFF, 2025).</source>
            <translation>Dobroć pozytywna musi przekroczyć 1,5 θ, negatywna zostać poniżej 0,5 θ (za SCFF, 2025).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Pushes a pair apart until its gap is 1/α, and then leaves it alone.</source>
            <translation>Rozpycha parę, aż jej odstęp wyniesie 1/α, a potem zostawia ją w spokoju.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Pushes positive goodness above the threshold and negative below it (Hinton 2022).</source>
            <translation>Wypycha dobroć pozytywną powyżej progu, a negatywną poniżej (Hinton 2022).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Pushes the two goodness values of a pair apart; needs no threshold (Lee &amp; Song 2023).</source>
            <translation>Rozpycha obie wartości dobroci pary; nie potrzebuje progu (Lee i Song 2023).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Swish pair</source>
            <translation>Para swish</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Symmetric pair (SymBa)</source>
            <translation>Symetryczna para (SymBa)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>This loss pushes positive goodness above the threshold θ and negative goodness below it.</source>
            <translation>Ta strata wypycha dobroć pozytywną powyżej progu θ, a negatywną poniżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>This loss pushes positive goodness above θ⁺ and negative goodness below θ⁻.</source>
            <translation>Ta strata wypycha dobroć pozytywną powyżej θ⁺, a negatywną poniżej θ⁻.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>A wrong label the net itself finds plausible; never the true one (Hinton 2022, 3.3).</source>
            <translation>Błędna etykieta, którą sama sieć uznaje za wiarygodną; nigdy prawdziwa (Hinton 2022, 3.3).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Any wrong label, all equally likely; never the true one (Hinton 2022, 3.3).</source>
            <translation>Dowolna błędna etykieta, wszystkie równie prawdopodobne; nigdy prawdziwa (Hinton 2022, 3.3).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>As the hard wrong label, but only the first layer judges: it scores all labels with one product, so hard negatives cost almost nothing.</source>
            <translation>Jak trudna błędna etykieta, ale sądzi tylko pierwsza warstwa: ocenia wszystkie etykiety jednym iloczynem, więc trudne negatywy prawie nic nie kosztują.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Each layer learns from the labels that the layer above it confuses; the last layer from its own confusions.</source>
            <translation>Każda warstwa uczy się z etykiet, które myli warstwa nad nią; ostatnia z własnych pomyłek.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hard wrong label</source>
            <translation>Trudna błędna etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hard wrong label, first layer's view</source>
            <translation>Trudna błędna etykieta, oczami pierwszej warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hard wrong label, next layer's view</source>
            <translation>Trudna błędna etykieta, oczami następnej warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hybrid images (unsupervised)</source>
            <translation>Obrazy hybrydowe (bez nadzoru)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Labels shuffled among the images: about 1 in 10 negatives carries its true label.</source>
            <translation>Etykiety przetasowane między obrazami: około 1 na 10 negatywów niesie swoją prawdziwą etykietę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Random wrong label</source>
            <translation>Losowa błędna etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Shuffled labels (Keras example)</source>
            <translation>Przetasowane etykiety (przykład Keras)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Two images mixed by a blurred mask: right close by, wrong as a whole. No label is used; a linear read-out on the activities classifies (Hinton 2022, 3.2).</source>
            <translation>Dwa obrazy zmieszane rozmytą maską: z bliska dobre, w całości błędne. Etykieta nie jest używana; klasyfikuje liniowy odczyt z aktywności (Hinton 2022, 3.2).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Each layer sees inputs of length 1 (Keras example); needs large learning rates.</source>
            <translation>Każda warstwa widzi wejścia o długości 1 (przykład Keras); wymaga dużych współczynników uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Each layer sees inputs of mean square 1: only their direction tells (Hinton's code).</source>
            <translation>Każda warstwa widzi wejścia o średniej kwadratów 1: mówi tylko ich kierunek (kod Hintona).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Inputs go up unchanged: the next layer can cheat by reading the goodness below.</source>
            <translation>Wejścia idą w górę bez zmian: następna warstwa może oszukiwać, odczytując dobroć poniżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Root mean square</source>
            <translation>Pierwiastek średniej kwadratów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Unit length</source>
            <translation>Długość jednostkowa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Constant</source>
            <translation>Stały</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Constant for the first half of the epochs, then linear to zero (Hinton's code).</source>
            <translation>Stały przez pierwszą połowę epok, potem liniowo do zera (kod Hintona).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Cool-down over second half</source>
            <translation>Wychładzanie w drugiej połowie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Cosine to zero</source>
            <translation>Kosinusowo do zera</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Falls evenly from the first step to the last.</source>
            <translation>Spada równomiernie od pierwszego kroku do ostatniego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Falls slowly, then fast, then slowly.</source>
            <translation>Spada powoli, potem szybko, potem powoli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Linear to zero</source>
            <translation>Liniowo do zera</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>The learning rate stays as it is.</source>
            <translation>Współczynnik uczenia pozostaje, jaki jest.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/numbers.py" />
            <source>a number of about {about} digits</source>
            <translation>liczba o około {about} cyfrach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/agreement.py" />
            <source>The curves part in step {step} (epoch {epoch}): {key_label} was {first} and is {second} now. {partings} of {curves} curves differ.</source>
            <translation>Krzywe rozchodzą się w kroku {step} (epoka {epoch}): {key_label} było {first}, teraz jest {second}. Różnych krzywych: {partings} z {curves}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/agreement.py" />
            <source>The two runs have no curves in common.</source>
            <translation>Oba przebiegi nie mają wspólnych krzywych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/agreement.py" />
            <source>{text} One run is longer; both were compared so far.</source>
            <translation>{text} Jeden przebieg jest dłuższy; porównano oba do tego miejsca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>building the nets</source>
            <translation>budowanie sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>compiling</source>
            <translation>kompilowanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>judging</source>
            <translation>ocena</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>paused</source>
            <translation>wstrzymano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>saving and other work</source>
            <translation>zapisywanie i inna praca</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>training</source>
            <translation>uczenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>{phase} on {total} images</source>
            <translation>{phase}, obrazy: {total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>{phase} {net}</source>
            <translation>{phase}: {net}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>{phase} {net} on {total} images</source>
            <translation>{phase}: {net}, obrazy: {total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/history.py" />
            <source>{dataset} sample of {sample}</source>
            <translation>próba {sample}, {dataset}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>A table has a row an epoch and a named column a curve; JSON has lists of numbers.</source>
            <translation>Tabela ma wiersz na epokę i nazwaną kolumnę na krzywą; JSON ma listy liczb.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>Name a .csv or .json file.</source>
            <translation>Podaj plik .csv lub .json.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>Name another file.</source>
            <translation>Podaj inny plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>Name another.</source>
            <translation>Podaj inny.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} holds no curves.</source>
            <translation>{path} nie zawiera krzywych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} is not a text file.</source>
            <translation>{path} nie jest plikiem tekstowym.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} is not valid JSON ({error}).</source>
            <translation>{path} nie jest poprawnym JSON ({error}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} is too large for a file of curves.</source>
            <translation>{path} jest za duży jak na plik krzywych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/overlays.py" />
            <source>{name}: mean of {count} seeds</source>
            <translation>{name}: średnia z ziaren ({count})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Accuracy (%)</source>
            <translation>Dokładność (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Accuracy of layers added up</source>
            <translation>Dokładność warstw zsumowanych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Also shows how often each Forward-Forward layer, asked alone, names the right label.</source>
            <translation>Pokazuje też, jak często każda warstwa Forward-Forward, pytana sama, podaje właściwą etykietę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Also shows the accuracy of the voting layers' goodness added up from the first of
them to each: what one more layer brings. The last sum is the accuracy itself.</source>
            <translation>Pokazuje też dokładność dobroci głosujących warstw sumowanej od pierwszej z nich
do każdej: co daje jedna warstwa więcej. Ostatnia suma to sama dokładność.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Backprop loss</source>
            <translation>Strata propagacji wstecznej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Cross-entropy</source>
            <translation>Entropia krzyżowa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>FF loss</source>
            <translation>Strata FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>FF loss per layer</source>
            <translation>Strata FF na warstwę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Forward-Forward loss per layer</source>
            <translation>Strata Forward-Forward na warstwę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Per-Layer Accuracy</source>
            <translation>Dokładność warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Sums</source>
            <translation>Sumy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Up to layer {layer}</source>
            <translation>Do warstwy {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>accuracy</source>
            <translation>dokładność</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>loss</source>
            <translation>strata</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>read-out accuracy</source>
            <translation>dokładność odczytu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>up to layer {layer}</source>
            <translation>do warstwy {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>{Set}</source>
            <translation>{Set}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>{net} read-out {set}</source>
            <translation>{net} odczyt {set}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>{net} {set}</source>
            <translation>{net} {set}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/reported.py" />
            <source>{name} · epoch {epoch} · seed {seed}</source>
            <translation>{name} · epoka {epoch} · ziarno {seed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>a sample of {sample} {which} images</source>
            <translation>próba {sample} obrazów ({which})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>the {images} {which} images</source>
            <translation>obrazy ({which}): {images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>the {which} images</source>
            <translation>obrazy ({which})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>training and judging</source>
            <translation>uczenie i ocena</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>{accuracy_words} of {images}</source>
            <translation>{accuracy_words} ({images})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>{accuracy_words} of {tested_on}</source>
            <translation>{accuracy_words} ({tested_on})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/text_files.py" />
            <source>too long for a text</source>
            <translation>za długie jak na tekst</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/text_files.py" />
            <source>{key} is there twice</source>
            <translation>{key} jest dwa razy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>autoencoder</source>
            <translation>autoenkoder</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>bright</source>
            <translation>jasne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>cancelled</source>
            <translation>anulowane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>channel</source>
            <translation>kanał</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>classifier</source>
            <translation>klasyfikator</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>completed</source>
            <translation>ukończone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>dark</source>
            <translation>ciemne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>decoder</source>
            <translation>dekoder</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>encoder</source>
            <translation>enkoder</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>kernel</source>
            <translation>jądro</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>last</source>
            <translation>ostatni</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>layer</source>
            <translation>warstwa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>left</source>
            <translation>lewo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>mean</source>
            <translation>średnia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>network</source>
            <translation>sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>regression</source>
            <translation>sieć regresji</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>right</source>
            <translation>prawo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>row</source>
            <translation>wiersz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>stopped</source>
            <translation>zatrzymane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>stopped early</source>
            <translation>zatrzymane wcześniej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>test</source>
            <translation>test</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>train</source>
            <translation>uczące</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>unit</source>
            <translation>jednostka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>validation</source>
            <translation>walidacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>weight</source>
            <translation>waga</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Choose another name.</source>
            <translation>Wybierz inną nazwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Choose another place or make room.</source>
            <translation>Wybierz inne miejsce albo zrób miejsce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Convert the other net with --net {other}.</source>
            <translation>Drugą sieć przekształć z --net {other}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Forward-Forward nets are kept in files whose name ends in {endings}.</source>
            <translation>Sieci Forward-Forward przechowuje się w plikach, których nazwa kończy się na {endings}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Leave out which net is meant.</source>
            <translation>Pomiń, o którą sieć chodzi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Say which one with --net ff or --net bp.</source>
            <translation>Powiedz, o którą chodzi: --net ff albo --net bp.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>The file does not read back as it was written.</source>
            <translation>Plik nie odczytuje się tak, jak go zapisano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>There is no folder {parent}.</source>
            <translation>Nie ma folderu {parent}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{name} holds a Forward-Forward net and its backprop twin.</source>
            <translation>{name} zawiera sieć Forward-Forward i jej bliźniaczkę z propagacją wsteczną.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{name} holds no {kind} net.</source>
            <translation>{name} nie zawiera sieci {kind}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{source_name} holds no Forward-Forward net.</source>
            <translation>{source_name} nie zawiera sieci Forward-Forward.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{source_name} would be written over itself.</source>
            <translation>{source_name} zostałby zapisany na sobie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{target} cannot be written ({error_words}).</source>
            <translation>Nie można zapisać {target} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>Name another --tensorboard.</source>
            <translation>Podaj inny --tensorboard.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>{file} is no event file of TensorBoard, or damaged.</source>
            <translation>{file} nie jest plikiem zdarzeń TensorBoard albo jest uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>{folder} cannot be written for TensorBoard ({words}).</source>
            <translation>Nie można zapisać do {folder} dla TensorBoard ({words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>{path} holds no curves of TensorBoard.</source>
            <translation>{path} nie zawiera krzywych TensorBoard.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>Keras cannot export this net to {name}: {words}</source>
            <translation>Keras nie może wyeksportować tej sieci do {name}: {words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>Save it as .keras.</source>
            <translation>Zapisz ją jako .keras.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/onnx_file.py" />
            <source>Install the extra: pip install "ffstudio[onnx]".</source>
            <translation>Zainstaluj dodatek: pip install "ffstudio[onnx]".</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/onnx_file.py" />
            <source>ONNX files need {missing}, which {either} not installed.</source>
            <translation>Pliki ONNX wymagają {missing}; nie zainstalowano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>Bring back the files it was begun with, or train anew.</source>
            <translation>Przywróć pliki, z którymi go zaczęto, albo naucz od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>Keep the run elsewhere.</source>
            <translation>Zachowaj przebieg gdzie indziej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>The images of {data_title} are not those that the run has learnt from.</source>
            <translation>Obrazy {data_title} to nie te, z których przebieg się uczył.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>{folder} cannot be written ({error_words}).</source>
            <translation>Nie można zapisać do {folder} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>{folder} holds other nets by now.</source>
            <translation>{folder} zawiera już inne sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/scores_files.py" />
            <source>Let the name end in one of {endings}.</source>
            <translation>Niech nazwa kończy się jednym z: {endings}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/scores_files.py" />
            <source>{label}: there is no place for a Forward-Forward net, which scores each label.</source>
            <translation>{label}: nie ma tu miejsca na sieć Forward-Forward, która ocenia każdą etykietę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>Let the name end in {session_suffixes}.</source>
            <translation>Niech nazwa kończy się na {session_suffixes}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>There is no {name} net.</source>
            <translation>Nie ma sieci {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>Train anew.</source>
            <translation>Naucz od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>Train one first.</source>
            <translation>Najpierw jakąś naucz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>{name}: its training state is damaged.</source>
            <translation>{name}: stan uczenia jest uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>{path_name} ends in {suffix}.</source>
            <translation>{path_name} kończy się na {suffix}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>Keras cannot build the network: {words}</source>
            <translation>Keras nie może zbudować sieci: {words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>The optimizer's state belongs to other weights.</source>
            <translation>Stan optymalizatora należy do innych wag.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>There is no optimizer {kind}.</source>
            <translation>Nie ma optymalizatora {kind}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>Train with a fresh one.</source>
            <translation>Ucz ze świeżym.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>{file} holds no network.</source>
            <translation>{file} nie zawiera sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/continuing.py" />
            <source>The layers in the builder are not those of this net.</source>
            <translation>Warstwy w budowniczym to nie warstwy tej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/continuing.py" />
            <source>Undo the changes to go on with it, or press Train to start a new net.</source>
            <translation>Cofnij zmiany, aby uczyć ją dalej, albo naciśnij Ucz, aby zacząć nową sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>A session needs data or their shape.</source>
            <translation>Sesja wymaga danych lub ich kształtu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>Choose a data set.</source>
            <translation>Wybierz zbiór danych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>Choose the data set it was trained on, or train a new net.</source>
            <translation>Wybierz zbiór danych, na którym ją uczono, albo naucz nową sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>There are no images to train with.</source>
            <translation>Nie ma obrazów do uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>{data_title} has {num_inputs} pixels and {num_classes} classes; this net was made for {num_inputs_2} and {num_classes_2}.</source>
            <translation>{data_title} ma pikseli: {num_inputs}, klas: {num_classes}; ta sieć powstała dla {num_inputs_2} i {num_classes_2}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>{name} cannot be changed while training runs.</source>
            <translation>{name} nie można zmienić podczas uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_run.py" />
            <source>The loss of Forward-Forward layer {layer} became infinite or NaN in step {step}. Training is paused with the last good weights (step {good}). Lower the learning rate and resume, or stop.</source>
            <translation>Strata warstwy {layer} Forward-Forward stała się nieskończona lub NaN w kroku {step}. Uczenie wstrzymano z ostatnimi dobrymi wagami (krok {good}). Zmniejsz współczynnik uczenia i wznów albo zatrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_run.py" />
            <source>The loss of the backprop net became infinite or NaN in step {step}. Training is paused with the last good weights (step {good}). Lower the learning rate and resume, or stop.</source>
            <translation>Strata sieci z propagacją wsteczną stała się nieskończona lub NaN w kroku {step}. Uczenie wstrzymano z ostatnimi dobrymi wagami (krok {good}). Zmniejsz współczynnik uczenia i wznów albo zatrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>The saved state lacks {name}.</source>
            <translation>Zapisanemu stanowi brakuje {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>The saved {name} has shape {tuple}, the net needs {tuple_2}.</source>
            <translation>Zapisane {name} ma kształt {tuple}, a sieć wymaga {tuple_2}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>Train the net anew.</source>
            <translation>Naucz sieć od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>Use the settings the model was saved with.</source>
            <translation>Użyj ustawień, z którymi model zapisano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>A file's name cannot hold that.</source>
            <translation>Nazwa pliku nie może tego zawierać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>Save or fetch it again.</source>
            <translation>Zapisz lub pobierz go jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>The archive is refused.</source>
            <translation>Archiwum zostało odrzucone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{filename} is not as large as it says.</source>
            <translation>{filename} nie jest tak duży, jak mówi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{filename} unpacks to too much.</source>
            <translation>{filename} rozpakowuje się do zbyt wielkiego rozmiaru.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{path_name} is a device, no file.</source>
            <translation>{path_name} to urządzenie, nie plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{path_name} is a folder.</source>
            <translation>{path_name} to folder.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{path_name} is empty: whoever wrote or fetched it did not come to an end.</source>
            <translation>{path_name} jest pusty: kto go zapisywał lub pobierał, nie doszedł do końca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>Save the whole model again.</source>
            <translation>Zapisz cały model jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>The archive has members whose names point outside it.</source>
            <translation>Archiwum ma elementy, których nazwy wskazują poza nie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>The file holds no weights.</source>
            <translation>Plik nie zawiera wag.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>This HDF5 file holds no Keras model.</source>
            <translation>Ten plik HDF5 nie zawiera modelu Keras.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>This is not a model file (neither HDF5 nor a .keras archive){said}.</source>
            <translation>To nie jest plik modelu (ani HDF5, ani archiwum .keras){said}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file has no layer {i}.</source>
            <translation>Plik nie ma warstwy {i}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file has no weights for {layer_name}.</source>
            <translation>Plik nie ma wag dla {layer_name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file has no weights for {name}.</source>
            <translation>Plik nie ma wag dla {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file lacks weights it says it has.</source>
            <translation>Plikowi brakuje wag, które rzekomo ma.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file may be damaged or belong to another network.</source>
            <translation>Plik może być uszkodzony albo należeć do innej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file's number of layers is damaged.</source>
            <translation>Liczba warstw w pliku jest uszkodzona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The layer {layer_name} ({kind}) has {expected} arrays of weights, the file has {kept}.</source>
            <translation>Warstwa {layer_name} ({kind}) ma tablic wag: {expected}, a plik: {kept}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The layers inside {name} have {expected} arrays of weights, the file has {arrays}.</source>
            <translation>Warstwy wewnątrz {name} mają tablic wag: {expected}, a plik: {arrays}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The network has {expected} layers with weights, the file has {stored}.</source>
            <translation>Sieć ma warstw z wagami: {expected}, a plik: {stored}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The network is damaged.</source>
            <translation>Sieć jest uszkodzona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The weights inside {name} do not fit its layers.</source>
            <translation>Wagi wewnątrz {name} nie pasują do jej warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The {role} of {layer_name} ({kind}) should be {text}, the file's is {text_2}.</source>
            <translation>{role} warstwy {layer_name} ({kind}) powinno być {text}, a w pliku jest {text_2}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>Choose a file that Keras has saved.</source>
            <translation>Wybierz plik zapisany przez Keras.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>This archive holds no {needed}.</source>
            <translation>To archiwum nie zawiera {needed}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>the weights' layout has changed</source>
            <translation>układ wag się zmienił</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/npz_model.py" />
            <source>The archive lacks {name}.</source>
            <translation>Archiwum nie ma {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/npz_model.py" />
            <source>The weights {name} have the shape {shape}, the network needs {shape_2}.</source>
            <translation>Wagi {name} mają kształt {shape}, a sieć wymaga {shape_2}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>Only layers that ffstudio knows are built.</source>
            <translation>Budowane są tylko warstwy, które ffstudio zna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>Save it as .h5 or .keras.</source>
            <translation>Zapisz ją jako .h5 lub .keras.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The NumPy CNN layout cannot hold this network: {why}.</source>
            <translation>Układ NumPy CNN nie pomieści tej sieci: {why}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's input shape or number of layers is damaged.</source>
            <translation>Kształt wejścia lub liczba warstw w pliku są uszkodzone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} cannot be read.</source>
            <translation>Nie można odczytać {name} z pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} is no number.</source>
            <translation>{name} w pliku nie jest liczbą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} is no text.</source>
            <translation>{name} w pliku nie jest tekstem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} is too large.</source>
            <translation>{name} w pliku jest za duże.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The layer {layer_name} is Recurrent, but is given no rows of one channel.</source>
            <translation>Warstwa {layer_name} jest typu Recurrent, ale nie dostaje wierszy o jednym kanale.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The layer {name} is of the class {kind}, which ffstudio does not know.</source>
            <translation>Warstwa {name} jest klasy {kind}, której ffstudio nie zna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The settings of {name} are damaged.</source>
            <translation>Ustawienia {name} są uszkodzone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The weights of {layer_name} have an odd shape.</source>
            <translation>Wagi {layer_name} mają dziwny kształt.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>ffstudio does not know what its steps are.</source>
            <translation>ffstudio nie wie, czym są jej kroki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>It is no model.</source>
            <translation>To nie jest model.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>Such files are refused because they can reach other files of yours.</source>
            <translation>Takie pliki są odrzucane, bo mogą sięgać do innych twoich plików.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The HDF5 file is damaged or of an unusual kind.</source>
            <translation>Plik HDF5 jest uszkodzony albo nietypowy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The data of the file's entry {name} lie in another file.</source>
            <translation>Dane pozycji {name} leżą w innym pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file holds too many objects.</source>
            <translation>Plik zawiera zbyt wiele obiektów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file is damaged or made to fill your memory.</source>
            <translation>Plik jest uszkodzony albo zrobiony po to, by zapełnić pamięć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file is damaged.</source>
            <translation>Plik jest uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file is damaged: its texts overlap.</source>
            <translation>Plik jest uszkodzony: jego teksty nachodzą na siebie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's entry {name} is a link to {kind}.</source>
            <translation>Pozycja {name} w pliku jest dowiązaniem do {kind}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's groups run in a circle.</source>
            <translation>Grupy w pliku biegną w kółko.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's {what} cannot be read.</source>
            <translation>Nie można odczytać {what} z pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's {what} is damaged.</source>
            <translation>{what} w pliku jest uszkodzone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The weights {name} are not finite.</source>
            <translation>Wagi {name} nie są skończone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The weights {name} are not floating-point.</source>
            <translation>Wagi {name} nie są zmiennoprzecinkowe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>{dataset_name} declares more data than the file can hold.</source>
            <translation>{dataset_name} deklaruje więcej danych, niż plik może zawierać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>{item_name} does not hold numbers.</source>
            <translation>{item_name} nie zawiera liczb.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/channels.py" />
            <source>The layer {layer_name} repeats a layer with channels first.</source>
            <translation>Warstwa {layer_name} powtarza warstwę z kanałami na początku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>Save the model again.</source>
            <translation>Zapisz model jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The file's ffstudio part is missing.</source>
            <translation>Brakuje części ffstudio w pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The file's model configuration cannot be read.</source>
            <translation>Nie można odczytać konfiguracji modelu z pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The layer {label} repeats a whole model.</source>
            <translation>Warstwa {label} powtarza cały model.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The layer {label} turns round a {kind}.</source>
            <translation>Warstwa {label} odwraca {kind}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The model is of a class {kind} that its author wrote.</source>
            <translation>Model jest klasy {kind}, którą napisał jego autor.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The network begins with several branches in one Merge.</source>
            <translation>Sieć zaczyna się kilkoma gałęziami w jednym Merge.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The network is nested too deeply.</source>
            <translation>Sieć jest zbyt głęboko zagnieżdżona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The two directions of the layer {name} differ.</source>
            <translation>Dwa kierunki warstwy {name} się różnią.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/operations.py" />
            <source>The layer {name} is the operation {word}.</source>
            <translation>Warstwa {name} to operacja {word}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/ports.py" />
            <source>The layer {name} ({kind}) is used with {key}.</source>
            <translation>Warstwa {name} ({kind}) jest używana z {key}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/ports.py" />
            <source>The layer {name} is fed by name.</source>
            <translation>Warstwa {name} jest zasilana po nazwie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The activation of {name} is program code.</source>
            <translation>Aktywacja {name} to kod programu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The file's model configuration is damaged.</source>
            <translation>Konfiguracja modelu w pliku jest uszkodzona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) changes the image's size.</source>
            <translation>Warstwa {name} ({kind}) zmienia rozmiar obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) hands on its inner state.</source>
            <translation>Warstwa {name} ({kind}) przekazuje swój stan wewnętrzny.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) keeps its kernels in an unusual way.</source>
            <translation>Warstwa {name} ({kind}) trzyma jądra w nietypowy sposób.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) looks at some steps only.</source>
            <translation>Warstwa {name} ({kind}) patrzy tylko na niektóre kroki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) works in groups.</source>
            <translation>Warstwa {name} ({kind}) działa w grupach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is a Lambda, which carries program code.</source>
            <translation>Warstwa {name} to Lambda, która niesie kod programu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is of a class {given} that its author wrote.</source>
            <translation>Warstwa {name} jest klasy {given}, którą napisał jej autor.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is of the class {given}, which ffstudio does not know.</source>
            <translation>Warstwa {name} jest klasy {given}, której ffstudio nie zna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is the operation {given}.</source>
            <translation>Warstwa {name} to operacja {given}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} looks along unusual axes.</source>
            <translation>Warstwa {name} patrzy wzdłuż nietypowych osi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} merges by program code.</source>
            <translation>Warstwa {name} łączy kodem programu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} merges by {mode}.</source>
            <translation>Warstwa {name} łączy przez {mode}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} normalises in Keras 1's mode {settings}.</source>
            <translation>Warstwa {name} normalizuje w trybie Keras 1: {settings}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} takes time steps before images.</source>
            <translation>Warstwa {name} bierze kroki czasu przed obrazami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} uses the activation {function}, which ffstudio does not know.</source>
            <translation>Warstwa {name} używa aktywacji {function}, której ffstudio nie zna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>it belongs to other weights</source>
            <translation>należy do innych wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>it is of an unusual kind</source>
            <translation>jest nietypowego rodzaju</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>the file does not describe it</source>
            <translation>plik go nie opisuje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>the file does not hold it</source>
            <translation>plik go nie zawiera</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>the file does not say how many steps it took</source>
            <translation>plik nie mówi, ile kroków zrobił</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>{kind} is not among those that are carried over</source>
            <translation>{kind} nie jest wśród tych, które się przenosi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Build the net in another way.</source>
            <translation>Zbuduj sieć w inny sposób.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Choose a file that ffstudio or Keras has saved.</source>
            <translation>Wybierz plik zapisany przez ffstudio lub Keras.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>It is refused.</source>
            <translation>Został odrzucony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Open it again.</source>
            <translation>Otwórz go jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Open it in the window, or judge it with 'ffstudio evaluate': what others have saved is read there, in a process of its own.</source>
            <translation>Otwórz go w oknie albo oceń przez 'ffstudio evaluate': to, co zapisali inni, jest tam czytane w osobnym procesie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>The file holds no network.</source>
            <translation>Plik nie zawiera sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>The file was written by a newer ffstudio.</source>
            <translation>Plik zapisał nowszy ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>The file's settings cannot be used: {message}</source>
            <translation>Ustawień z pliku nie można użyć: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>This is not a model file (neither HDF5 nor a .keras archive).</source>
            <translation>To nie jest plik modelu (ani HDF5, ani archiwum .keras).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Update ffstudio or get a fresh copy.</source>
            <translation>Zaktualizuj ffstudio albo zdobądź świeżą kopię.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>ffstudio has not saved this file.</source>
            <translation>Tego pliku nie zapisał ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>ffstudio, in a notebook</source>
            <translation>ffstudio, w notatniku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>{path_name} asks for too much memory.</source>
            <translation>{path_name} żąda zbyt wiele pamięci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>{path_name} changed while it was being opened.</source>
            <translation>{path_name} zmienił się podczas otwierania.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Build the net with the same one in each layer.</source>
            <translation>Zbuduj sieć z tym samym w każdej warstwie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its learning rate followed a schedule; here it is {rate} throughout.</source>
            <translation>Jej współczynnik uczenia szedł według harmonogramu; tutaj przez cały czas {rate}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its momentum was {momentum}; here it is 0.9.</source>
            <translation>Jej pęd wynosił {momentum}; tutaj 0,9.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its optimizer had {settings}, which experiments lack.</source>
            <translation>Jej optymalizator miał {settings}, czego eksperymenty nie mają.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its optimizer was {kind}, which experiments do not have: Adam.</source>
            <translation>Jej optymalizator to {kind}, którego eksperymenty nie mają: Adam.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its optimizer's memory does not fit an experiment's: it starts afresh.</source>
            <translation>Pamięć jej optymalizatora nie pasuje do eksperymentu: zaczyna od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Save the net again.</source>
            <translation>Zapisz sieć jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Saved from a notebook.</source>
            <translation>Zapisano z notatnika.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Some layers were not trainable; in the studio all of them learn.</source>
            <translation>Niektórych warstw nie dało się uczyć; w studiu uczą się wszystkie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The file does not say which images the net learnt from, nor in which batches: data set {data} and batches of {batch_size} are assumed, classes are named by number.</source>
            <translation>Plik nie mówi, z których obrazów i w jakich porcjach sieć się uczyła: przyjęto zbiór {data} i porcje po {batch_size}, klasy nazwano numerami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The layers differ in {name}; an experiment has one for all layers.</source>
            <translation>Warstwy różnią się w {name}; eksperyment ma jedno dla wszystkich warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The net is of a kind {kind} that this ffstudio does not know.</source>
            <translation>Sieć jest rodzaju {kind}, którego ten ffstudio nie zna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The net was not compiled: its layers would learn by Adam.</source>
            <translation>Sieci nie skompilowano: jej warstwy uczyłyby się przez Adam.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>Get a fresh copy of the run.</source>
            <translation>Zdobądź świeżą kopię przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>The run was ended before its first epoch; train it anew.</source>
            <translation>Przebieg zakończono przed pierwszą epoką; naucz od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>{path} does not exist.</source>
            <translation>{path} nie istnieje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>{path} is damaged.</source>
            <translation>{path} jest uszkodzony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>{path} was written by a newer ffstudio.</source>
            <translation>{path} zapisał nowszy ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>Move that one first.</source>
            <translation>Najpierw przenieś tamten.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>Move {aside} yourself.</source>
            <translation>Przenieś {aside} samodzielnie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>See that its folder may be written.</source>
            <translation>Sprawdź, czy w jego folderze można zapisywać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>Stop it first.</source>
            <translation>Najpierw go zatrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path_name} cannot be brought back ({error_words}).</source>
            <translation>Nie można przywrócić {path_name} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path_name} cannot be deleted ({error_words}).</source>
            <translation>Nie można usunąć {path_name} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path_name} is being trained.</source>
            <translation>{path_name} jest właśnie uczony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path} is there again.</source>
            <translation>{path} znów istnieje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Another process (number {writer}) is training this run.</source>
            <translation>Inny proces (numer {writer}) uczy ten przebieg.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Go on with it by --resume {path}, or name another folder.</source>
            <translation>Kontynuuj go przez --resume {path} albo podaj inny folder.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Name a folder of ffstudio's.</source>
            <translation>Podaj folder ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Name a folder.</source>
            <translation>Podaj folder.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Wait for it to end, or stop it.</source>
            <translation>Poczekaj, aż się skończy, albo go zatrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds a run already.</source>
            <translation>{path} zawiera już przebieg.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds no run of ffstudio.</source>
            <translation>{path} nie zawiera przebiegu ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds no run.</source>
            <translation>{path} nie zawiera przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds {name} of something else.</source>
            <translation>{path} zawiera {name} czegoś innego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} is a file.</source>
            <translation>{path} to plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} is of a newer ffstudio.</source>
            <translation>{path} pochodzi z nowszego ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>'ffstudio runs' lists those there are.</source>
            <translation>'ffstudio runs' wypisuje te, które są.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>There is no run {name}.</source>
            <translation>Nie ma przebiegu {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>Write more.</source>
            <translation>Napisz więcej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>{name} is the beginning of several runs: {names}.</source>
            <translation>{name} to początek kilku przebiegów: {names}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/looking.py" />
            <source>The weights of epoch {epoch} of {path_name} are not kept.</source>
            <translation>Wagi epoki {epoch} z {path_name} nie są zachowane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/looking.py" />
            <source>The weights of {path_name} do not fit its experiment.</source>
            <translation>Wagi {path_name} nie pasują do swojego eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/looking.py" />
            <source>Those of these epochs are: {listed}.</source>
            <translation>Są z tych epok: {listed}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>Choose another moment.</source>
            <translation>Wybierz inną chwilę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>The weights after epoch {epoch} are not on disk.</source>
            <translation>Wag po epoce {epoch} nie ma na dysku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>Train it anew.</source>
            <translation>Naucz od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>{path_name} was ended before its first epoch: there is nothing to bring back.</source>
            <translation>{path_name} zakończono przed pierwszą epoką: nie ma czego przywracać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>{place} does not fit its experiment.</source>
            <translation>{place} nie pasuje do swojego eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/queue.py" />
            <source>It has ended with the code {code}.</source>
            <translation>Zakończył się kodem {code}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/queue.py" />
            <source>Move it away to begin a new queue; the experiments lie beside it.</source>
            <translation>Przenieś ją, aby zacząć nową kolejkę; eksperymenty leżą obok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/queue.py" />
            <source>The queue is of a newer ffstudio.</source>
            <translation>Kolejka pochodzi z nowszego ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>Choose a folder that ffstudio has written.</source>
            <translation>Wybierz folder zapisany przez ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>What stands before it can be used; a checkpoint before it can go on.</source>
            <translation>To, co stoi przed nim, jest użyteczne; można ruszyć od wcześniejszego punktu kontrolnego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>{path} is damaged in line {number}.</source>
            <translation>{path} jest uszkodzony w wierszu {number}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>{path} is no record of a run.</source>
            <translation>{path} nie jest zapisem przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>Files of {path} had been deleted; they were written anew.</source>
            <translation>Pliki w {path} usunięto; zapisano je na nowo.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>{here} can no longer be written ({why}). Training goes on; nothing more is kept of it. What is on disk stays; save the nets at the end.</source>
            <translation>Nie można już zapisywać do {here} ({why}). Uczenie trwa; nic więcej nie jest zachowywane. Co jest na dysku, zostaje; zapisz sieci na końcu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/resume.py" />
            <source>Copy it to where you may write, and go on with the copy.</source>
            <translation>Skopiuj go tam, gdzie możesz zapisywać, i kontynuuj z kopią.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/resume.py" />
            <source>Get a whole copy of the run.</source>
            <translation>Zdobądź całą kopię przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>Give --storage the path of a file, or the address of a database you may write.</source>
            <translation>Podaj w --storage ścieżkę pliku albo adres bazy danych, do której możesz pisać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>Install the extra: pip install "ffstudio[sweep]".</source>
            <translation>Zainstaluj dodatek: pip install "ffstudio[sweep]".</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>Sweeps need Optuna, which is not installed.</source>
            <translation>Serie prób wymagają Optuna, której nie zainstalowano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>The sweep's storage {where} cannot be opened ({first_line}).</source>
            <translation>Nie można otworzyć magazynu serii prób {where} ({first_line}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>{where} cannot be written ({error_words}).</source>
            <translation>Nie można zapisać {where} ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Begin the sweep anew elsewhere.</source>
            <translation>Zacznij serię prób na nowo gdzie indziej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Bring back the right one.</source>
            <translation>Przywróć właściwy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Bring it back, or begin the sweep anew.</source>
            <translation>Przywróć go albo zacznij serię prób na nowo.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Go on with that by 'ffstudio sweep --out {path}' alone, or name another --out.</source>
            <translation>Kontynuuj ją samym 'ffstudio sweep --out {path}' albo podaj inny --out.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Its process was killed {count} times without getting any further.</source>
            <translation>Jego proces zabito {count} razy, a on nie posunął się dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Name another --out.</source>
            <translation>Podaj inny --out.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Say what to train, to begin one.</source>
            <translation>Powiedz, co uczyć, aby zacząć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{path} cannot be read ({why}).</source>
            <translation>Nie można odczytać {path} ({why}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{path} holds another sweep.</source>
            <translation>{path} zawiera inną serię prób.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{path} holds no sweep.</source>
            <translation>{path} nie zawiera serii prób.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{where} does not hold the sweep.</source>
            <translation>{where} nie zawiera tej serii prób.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{where} is damaged.</source>
            <translation>{where} jest uszkodzone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{where} is missing.</source>
            <translation>Brakuje {where}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>About this command</source>
            <translation>O tym poleceniu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Command palette</source>
            <translation>Paleta poleceń</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Commands</source>
            <translation>Polecenia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>No command has these letters.</source>
            <translation>Żadne polecenie nie zawiera tych liter.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Search commands</source>
            <translation>Szukaj poleceń</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Type a command, a panel, a preset or a file</source>
            <translation>Wpisz polecenie, panel, preset lub plik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>not now: {why_not}</source>
            <translation>teraz niedostępne: {why_not}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>As EMNIST's files have their pictures.</source>
            <translation>Tak jak obrazy w plikach EMNIST.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Cut and Scaled</source>
            <translation>Przycięte i przeskalowane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Fit</source>
            <translation>Dopasowanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Framed</source>
            <translation>Obramowane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>How pictures are brought to the net's size.</source>
            <translation>Jak obrazy dopasowuje się do rozmiaru sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>How pictures are turned before the net gets them.</source>
            <translation>Jak obrazy są obracane, zanim dostanie je sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Images by hand</source>
            <translation>Obrazy ustawione ręcznie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Name the outputs so and try the images again.</source>
            <translation>Nazwij tak wyjścia i wypróbuj obrazy jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Names of the outputs</source>
            <translation>Nazwy wyjść</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Not Turned</source>
            <translation>Bez obrotu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Outputs in order</source>
            <translation>Wyjścia po kolei</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Rows and Columns Exchanged</source>
            <translation>Wiersze i kolumny zamienione</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Rows and columns exchanged</source>
            <translation>Wiersze zamienione z kolumnami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Scale</source>
            <translation>Skala</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Scaled</source>
            <translation>Przeskalowane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>The net has {count} outputs, these are {given} names.</source>
            <translation>Sieć ma wyjść {count}, a nazw jest {given}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Turn</source>
            <translation>Obrót</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Turned Left</source>
            <translation>Obrócone w lewo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Turned Right</source>
            <translation>Obrócone w prawo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Upside Down</source>
            <translation>Do góry nogami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Use These Names</source>
            <translation>Użyj tych nazw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Use these names</source>
            <translation>Użyj tych nazw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>What the outputs stand for, in their order, for example 7 2 1 0 4 9 5 8 3 6: names with spaces or commas between them, or one character each.</source>
            <translation>Co oznaczają wyjścia, po kolei, na przykład 7 2 1 0 4 9 5 8 3 6: nazwy ze spacjami lub przecinkami między nimi albo po jednym znaku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Which numbers the net gets for black and white.</source>
            <translation>Jakie liczby sieć dostaje dla czerni i bieli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>“{twice}” is there twice; each output has a name of its own.</source>
            <translation>„{twice}” jest dwa razy; każde wyjście ma własną nazwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>All files (*)</source>
            <translation>Wszystkie pliki (*)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>All that can be opened</source>
            <translation>Wszystko, co można otworzyć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Data sets</source>
            <translation>Zbiory danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Experiments and lessons</source>
            <translation>Eksperymenty i lekcje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Images and labels</source>
            <translation>Obrazy i etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Models</source>
            <translation>Modele</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>{entry};;All files (*)</source>
            <translation>{entry};;Wszystkie pliki (*)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>&lt;p&gt;No page of the help holds these words.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Żadna strona pomocy nie zawiera tych słów.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>&lt;p&gt;Space and the arrows are left to the control that has the focus while you type in a field or work with a list, slider or button.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Spacja i strzałki należą do kontrolki, która ma fokus, gdy piszesz w polu albo pracujesz z listą, suwakiem lub przyciskiem.&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Help page</source>
            <translation>Strona pomocy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Help topics</source>
            <translation>Tematy pomocy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Keyboard Shortcuts</source>
            <translation>Skróty klawiszowe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Search help</source>
            <translation>Szukaj w pomocy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>en</source>
            <translation>pl</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>ffstudio Help</source>
            <translation>Pomoc ffstudio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Add Check</source>
            <translation>Dodaj sprawdzenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Checks of the step</source>
            <translation>Sprawdzenia kroku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Remove Check</source>
            <translation>Usuń sprawdzenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>What must hold before the step is done.</source>
            <translation>Co musi być spełnione, zanim krok będzie wykonany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Without a check, the step is done by Next.</source>
            <translation>Bez sprawdzeń krok kończy przycisk Dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source> It is the one in the builder.</source>
            <translation> To ten z budowniczego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Discard the Lesson</source>
            <translation>Odrzuć lekcję</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Do again what was taken back.</source>
            <translation>Wykonaj ponownie to, co cofnięto.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Experiment</source>
            <translation>Eksperyment</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Lesson</source>
            <translation>Lekcja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Redo</source>
            <translation>Ponów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Save the lesson</source>
            <translation>Zapisz lekcję</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Save…</source>
            <translation>Zapisz…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Steps</source>
            <translation>Kroki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Take the Builder's Experiment</source>
            <translation>Weź eksperyment z budowniczego</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Take the last change back.</source>
            <translation>Cofnij ostatnią zmianę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>The lesson begins with the experiment that the builder holds now.</source>
            <translation>Lekcja zaczyna się od eksperymentu, który jest teraz w budowniczym.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Title</source>
            <translation>Tytuł</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Title of the lesson</source>
            <translation>Tytuł lekcji</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Undo</source>
            <translation>Cofnij</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>What Is Shown</source>
            <translation>Co jest widoczne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>What one learns</source>
            <translation>Czego się uczymy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>What you have written is in no file. Discard it?</source>
            <translation>Tego, co napisano, nie ma w żadnym pliku. Odrzucić?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>“{spec_name}” on {data_name}, {epochs} epochs.</source>
            <translation>„{spec_name}” na danych {data_name}, epoki: {epochs}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/draft.py" />
            <source>First step</source>
            <translation>Pierwszy krok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/hidden_page.py" />
            <source>Panels</source>
            <translation>Panele</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/hidden_page.py" />
            <source>Settings in the builder</source>
            <translation>Ustawienia w budowniczym</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/hidden_page.py" />
            <source>What is ticked is there in the lesson; all else is hidden.</source>
            <translation>Co zaznaczone, jest w lekcji; reszta jest ukryta.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Add</source>
            <translation>Dodaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Brings up</source>
            <translation>Pokazuje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Down</source>
            <translation>W dół</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Duplicate</source>
            <translation>Powiel</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>New step</source>
            <translation>Nowy krok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Panel that the step brings up</source>
            <translation>Panel, który ten krok pokazuje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Remove</source>
            <translation>Usuń</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Text</source>
            <translation>Tekst</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Text of the step</source>
            <translation>Tekst kroku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Title of the step</source>
            <translation>Tytuł kroku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Up</source>
            <translation>W górę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>What to do and what to look at. Markdown: **bold**, *italic*, - lists.</source>
            <translation>Co zrobić i na co patrzeć. Markdown: **pogrubienie**, *kursywa*, - listy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>{text} step</source>
            <translation>{text} krok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>1,797 handwritten digits that came with ffstudio.</source>
            <translation>1797 odręcznych cyfr dołączonych do ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>A file with images and labels: NumPy, IDX, CSV, MATLAB, HDF5 or zipped pictures.</source>
            <translation>Plik z obrazami i etykietami: NumPy, IDX, CSV, MATLAB, HDF5 lub spakowane obrazy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Cancel</source>
            <translation>Anuluj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Cancel the download</source>
            <translation>Anuluj pobieranie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Choose a Data Set</source>
            <translation>Wybierz zbiór danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Choose a File…</source>
            <translation>Wybierz plik…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Choose a data file</source>
            <translation>Wybierz plik danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download</source>
            <translation>Pobierz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download progress</source>
            <translation>Postęp pobierania</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download the data set</source>
            <translation>Pobierz zbiór danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download {wanted_label}</source>
            <translation>Pobierz {wanted_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Fetch the published files into ffstudio's data folder.</source>
            <translation>Pobierz opublikowane pliki do folderu danych ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Keep the Digits</source>
            <translation>Zostaw te cyfry</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Keep the bundled digits</source>
            <translation>Zostaw dołączone cyfry</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Stop the download; nothing of it is kept.</source>
            <translation>Przerwij pobieranie; nic z niego nie zostaje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>The bundled digits are what you want; this line goes away.</source>
            <translation>Dołączone cyfry są tym, czego chcesz; ten wiersz znika.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Use Bundled Digits</source>
            <translation>Użyj dołączonych cyfr</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Use the bundled digits</source>
            <translation>Użyj dołączonych cyfr</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>  images tried:</source>
            <translation>  wypróbowane obrazy:</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source> (in use)</source>
            <translation> (w użyciu)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source> on {backend}</source>
            <translation> na {backend}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>, {parameters} parameters</source>
            <translation>, parametrów: {parameters}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>&lt;b&gt;How it wants its images&lt;/b&gt;: nothing here can tell; choose what fits.</source>
            <translation>&lt;b&gt;Jakich obrazów oczekuje&lt;/b&gt;: nic tu tego nie mówi; wybierz, co pasuje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>&lt;b&gt;How it wants its images&lt;/b&gt;: tried on {escape}; the score is the share of {what}. What is clearly worse than others was tried on few images.</source>
            <translation>&lt;b&gt;Jakich obrazów oczekuje&lt;/b&gt;: wypróbowano na {escape}; wynik to udział ({what}). To, co wyraźnie gorsze, wypróbowano na niewielu obrazach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Assumed</source>
            <translation>Założono</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Close</source>
            <translation>Zamknij</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Copied the model card.</source>
            <translation>Skopiowano kartę modelu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Copy as Text</source>
            <translation>Kopiuj jako tekst</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Every way that was tried, the best first. Choose another one to hand images over so.</source>
            <translation>Wszystkie wypróbowane sposoby, najlepszy na początku. Wybierz inny, aby tak podawać obrazy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Images as</source>
            <translation>Obrazy jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Layer</source>
            <translation>Warstwa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Migrated</source>
            <translation>Przeniesiono</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Model Card</source>
            <translation>Karta modelu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Network</source>
            <translation>Sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Note</source>
            <translation>Uwaga</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Opens partly.</source>
            <translation>Otwiera się częściowo.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Opens.</source>
            <translation>Otwiera się.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Output</source>
            <translation>Wyjście</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Parameters</source>
            <translation>Parametry</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Preprocessing</source>
            <translation>Przetwarzanie wstępne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Refused.</source>
            <translation>Odrzucono.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Score</source>
            <translation>Wynik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Settings</source>
            <translation>Ustawienia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Several networks fit these weights. Shown is</source>
            <translation>Do tych wag pasuje kilka sieci. Pokazana jest</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Trained with </source>
            <translation>Uczono z: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>images recognised</source>
            <translation>rozpoznane obrazy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>variance given back</source>
            <translation>oddana wariancja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{kind} — refused</source>
            <translation>{kind} — odrzucono</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{score} of {count}</source>
            <translation>{score} z {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{size} KB</source>
            <translation>{size} KB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{size} MB</source>
            <translation>{size} MB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>&lt;h2 style='margin:0'&gt;ffstudio {version}&lt;/h2&gt;</source>
            <translation>&lt;h2 style='margin:0'&gt;ffstudio {version}&lt;/h2&gt;</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>A network is being trained.</source>
            <translation>Trwa uczenie sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>About ffstudio</source>
            <translation>O programie ffstudio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Add Curves</source>
            <translation>Dodaj krzywe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Apache-2.0</source>
            <translation>Apache-2.0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>BSD-3-Clause</source>
            <translation>BSD-3-Clause</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Close Now</source>
            <translation>Zamknij teraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Curves (*.csv *.json *.tfevents.*);;All files (*)</source>
            <translation>Krzywe (*.csv *.json *.tfevents.*);;Wszystkie pliki (*)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Discard</source>
            <translation>Odrzuć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Discard and Close</source>
            <translation>Odrzuć i zamknij</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Don't Save</source>
            <translation>Nie zapisuj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>It is in no model file, but nothing is lost: its run is kept, and the panel Runs opens it again with its weights and curves.</source>
            <translation>Nie ma jej w żadnym pliku modelu, ale nic nie ginie: jej przebieg jest zachowany, a panel Przebiegi otworzy go znowu z wagami i krzywymi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>It takes the place of the experiment in the builder; undo brings that back.</source>
            <translation>Zajmie miejsce eksperymentu w budowniczym; cofnięcie go przywraca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Its weights and curves are lost if you do not save it.</source>
            <translation>Jego wagi i krzywe przepadną, jeśli go nie zapiszesz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Keep Training</source>
            <translation>Ucz dalej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>LGPL-3.0</source>
            <translation>LGPL-3.0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Load</source>
            <translation>Wczytaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Load the experiment “{spec_name}”?</source>
            <translation>Wczytać eksperyment „{spec_name}”?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>MIT</source>
            <translation>MIT</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Open</source>
            <translation>Otwórz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>PySide6-Essentials</source>
            <translation>PySide6-Essentials</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Python</source>
            <translation>Python</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Qt for Python</source>
            <translation>Qt for Python</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Running on Qt {qVersion}, {system} {machine}. Forward-Forward: G. Hinton, “The Forward-Forward Algorithm: Some Preliminary Investigations”, 2022. Colours: M. Okabe, K. Ito. {data_credits}</source>
            <translation>Działa na Qt {qVersion}, {system} {machine}. Forward-Forward: G. Hinton, „The Forward-Forward Algorithm: Some Preliminary Investigations”, 2022. Kolory: M. Okabe, K. Ito. {data_credits}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Stop and Save…</source>
            <translation>Zatrzymaj i zapisz…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Stop and save it, close now, or keep training? What it has learnt up to its last whole epoch is kept and offered when ffstudio starts again.</source>
            <translation>Zatrzymać i zapisać, zamknąć teraz czy uczyć dalej? To, czego sieć nauczyła się do ostatniej pełnej epoki, jest zachowane i zostanie zaproponowane przy następnym uruchomieniu ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Stop and save it, discard what it learnt in this run, or keep training?</source>
            <translation>Zatrzymać i zapisać, odrzucić to, czego sieć nauczyła się w tym przebiegu, czy uczyć dalej?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>The trained model “{name}” has not been saved.</source>
            <translation>Nauczony model „{name}” nie został zapisany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Watch a neural network learn without backpropagation: Geoffrey Hinton's Forward-Forward algorithm beside its backprop twin.&lt;br&gt;&lt;br&gt;&lt;b&gt;Nothing leaves this machine.&lt;/b&gt; ffstudio sends no data and no statistics; it goes online only when you ask it to download a data set.</source>
            <translation>Patrz, jak sieć neuronowa uczy się bez propagacji wstecznej: algorytm Forward-Forward Geoffreya Hintona obok bliźniaczej sieci z propagacją wsteczną.&lt;br&gt;&lt;br&gt;&lt;b&gt;Nic nie opuszcza tego komputera.&lt;/b&gt; ffstudio nie wysyła danych ani statystyk; łączy się z siecią tylko wtedy, gdy prosisz o pobranie zbioru danych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>arrays of numbers</source>
            <translation>tablice liczb</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>live plots</source>
            <translation>wykresy na żywo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>model files</source>
            <translation>pliki modeli</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>neural networks</source>
            <translation>sieci neuronowe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>not installed</source>
            <translation>nie zainstalowano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>A run whose accuracy is below the median of the others after as many epochs ends.</source>
            <translation>Przebieg, którego dokładność po tylu samo epokach jest poniżej mediany pozostałych, kończy się.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>A sweep needs a folder.</source>
            <translation>Seria prób potrzebuje folderu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Accuracy of</source>
            <translation>Dokładność sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>All combinations</source>
            <translation>Wszystkie kombinacje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>All combinations: a grid over the values listed. At random: values out of lists and ranges. TPE: values near those that did best so far.</source>
            <translation>Wszystkie kombinacje: siatka wymienionych wartości. Losowo: wartości z list i zakresów. TPE: wartości blisko tych, które dotąd wypadły najlepiej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>At random</source>
            <translation>Losowo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Begin Sweep</source>
            <translation>Zacznij serię prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Choose a setting of the experiment to vary it too.</source>
            <translation>Wybierz ustawienie eksperymentu, aby zmieniać i je.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Choose the sweep's folder</source>
            <translation>Wybierz folder serii prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Each combination is trained with each of these: 1-5 or 1,2,7.</source>
            <translation>Każda kombinacja jest uczona z każdym z tych ziaren: 1-5 albo 1,2,7.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>End runs early that fall behind the others</source>
            <translation>Kończ wcześniej przebiegi, które zostają w tyle</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Folder</source>
            <translation>Folder</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Folder of the Sweep</source>
            <translation>Folder serii prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>How many runs a search makes; a grid makes all there are.</source>
            <translation>Ile przebiegów robi szukanie; siatka robi wszystkie, jakie są.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>How many runs train at once; they share the {cores} cores.</source>
            <translation>Ile przebiegów uczy się naraz; dzielą się rdzeniami ({cores}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Leave {what} as it is</source>
            <translation>Zostaw {what}, jak jest</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>List values with commas between. Ranges: 0.5..4 (at random, TPE), 0.5..4:5 (five values), 1e-4..1e-1:4:log (four in equal ratios).</source>
            <translation>Wymień wartości po przecinku. Zakresy: 0.5..4 (losowo, TPE), 0.5..4:5 (pięć wartości), 1e-4..1e-1:4:log (cztery w równych stosunkach).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>New Sweep</source>
            <translation>Nowa seria prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Processes</source>
            <translation>Procesy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Runs</source>
            <translation>Przebiegi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Seeds</source>
            <translation>Ziarna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>The net whose accuracy tells which run is best.</source>
            <translation>Sieć, której dokładność mówi, który przebieg jest najlepszy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>The search looks at test images: the best accuracies will be too good by a little. Hold images back for validation to search on those.</source>
            <translation>Szukanie patrzy na obrazy testowe: najlepsze dokładności będą nieco za dobre. Odłóż obrazy do walidacji, aby szukać na nich.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Trains {name} again and again with other settings and seeds, in processes of their own: the window stays free. Each run is kept.</source>
            <translation>Uczy {name} wciąż na nowo z innymi ustawieniami i ziarnami, w osobnych procesach: okno pozostaje wolne. Każdy przebieg jest zachowywany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Values are chosen</source>
            <translation>Wartości są wybierane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Values of {what}</source>
            <translation>Wartości: {what}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Values with commas between, or a range: 0.1..2, 0.1..2:5 or 1e-4..1e-1:4:log.</source>
            <translation>Wartości po przecinku albo zakres: 0.1..2, 0.1..2:5 lub 1e-4..1e-1:4:log.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Vary another setting</source>
            <translation>Zmieniaj inne ustawienie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Vary another setting…</source>
            <translation>Zmieniaj inne ustawienie…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Where it looks best (TPE)</source>
            <translation>Gdzie wygląda najlepiej (TPE)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Where its runs are kept. Those among your runs count in the 5 GB that all runs may take; elsewhere nothing is ever let go of.</source>
            <translation>Gdzie są zachowywane jej przebiegi. Te wśród twoich przebiegów liczą się do 5 GB, które mogą zająć wszystkie; gdzie indziej nic nigdy nie jest porzucane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>{count} runs of {epochs} epochs each, {jobs} at a time.</source>
            <translation>Przebiegi: {count}, każdy po {epochs} epok, naraz {jobs}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>{what} changes nothing here: {why}</source>
            <translation>{what} nic tu nie zmienia: {why}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/clipboard.py" />
            <source>Copied “{figure_title}” as a picture and a table.</source>
            <translation>Skopiowano „{figure_title}” jako obraz i tabelę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>1 file was</source>
            <translation>1 plik został</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>The folder {folder} cannot be made: {error_words}.</source>
            <translation>Nie można utworzyć folderu {folder}: {error_words}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>{count} files were</source>
            <translation>Pliki ({count}) zostały</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>{message} {count_text} written before.</source>
            <translation>{message} {count_text} zapisane wcześniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source> DPI</source>
            <translation> DPI</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>, {width} × {height} pixels</source>
            <translation>, {width} × {height} pikseli</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>1 file</source>
            <translation>1 plik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>All curves as</source>
            <translation>Wszystkie krzywe jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Browse…</source>
            <translation>Przeglądaj…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Caption</source>
            <translation>Podpis</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Choose the folder.</source>
            <translation>Wybierz folder.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Dots per inch of a PNG: 96 for screens, 300 for print.</source>
            <translation>Punkty na cal w PNG: 96 na ekran, 300 do druku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Export</source>
            <translation>Eksportuj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Export to Folder</source>
            <translation>Eksportuj do folderu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Export {title}</source>
            <translation>Eksportuj {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Files</source>
            <translation>Pliki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Files that will be written</source>
            <translation>Pliki, które zostaną zapisane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Inches or centimetres.</source>
            <translation>Cale lub centymetry.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Natural</source>
            <translation>Naturalna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Nets: {spoken}.</source>
            <translation>Sieci: {spoken}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>No file: tick something.</source>
            <translation>Brak plików: zaznacz coś.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Open Folder</source>
            <translation>Otwórz folder</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Opens the folder with the files just written.</source>
            <translation>Otwiera folder z właśnie zapisanymi plikami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Pictures as</source>
            <translation>Obrazy jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Preview</source>
            <translation>Podgląd</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Replace Files</source>
            <translation>Zastąp pliki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Resolution of PNG</source>
            <translation>Rozdzielczość PNG</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Small letters below each picture: experiment, epoch and seed.</source>
            <translation>Małe litery pod każdym obrazem: eksperyment, epoka i ziarno.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>There are no curves yet.</source>
            <translation>Nie ma jeszcze krzywych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>There is nothing to show here yet. Train or open a model first.</source>
            <translation>Nie ma tu jeszcze nic do pokazania. Najpierw naucz lub otwórz model.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Tick All</source>
            <translation>Zaznacz wszystkie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Tick at least one view and one format.</source>
            <translation>Zaznacz co najmniej jeden widok i jeden format.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Ticked views are written. A view without content cannot be ticked.</source>
            <translation>Zapisywane są zaznaczone widoki. Widoku bez treści nie można zaznaczyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Ticks every view that has content, or none.</source>
            <translation>Zaznacza wszystkie widoki z treścią albo żadnego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Train or open a model first, then export.</source>
            <translation>Najpierw naucz lub otwórz model, potem eksportuj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Unit of the width</source>
            <translation>Jednostka szerokości</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Views to export</source>
            <translation>Widoki do eksportu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Where the files go; it is made if it does not exist.</source>
            <translation>Dokąd trafią pliki; folder powstanie, jeśli go nie ma.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Width</source>
            <translation>Szerokość</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Width of every picture; a column of a paper is about 3.3 in (8.4 cm) wide.
At the lowest value each picture has its natural width.</source>
            <translation>Szerokość każdego obrazu; kolumna artykułu ma około 3,3 cala (8,4 cm).
Przy najmniejszej wartości każdy obraz ma swoją naturalną szerokość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Wrote {files_text} to {folder}</source>
            <translation>Zapisano {files_text} w {folder}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{count} files</source>
            <translation>pliki: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{count} values in {curves} curves</source>
            <translation>wartości: {count}, krzywe: {curves}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{files_text} already {exist} in {folder}: {names}.
Replace with the new ones?</source>
            <translation>W {folder} są już {files_text}: {names}.
Zastąpić je nowymi?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{width} × {height} in</source>
            <translation>{width} × {height} cali</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>All curves, marks and epochs, with the experiment's settings.</source>
            <translation>Wszystkie krzywe, znaczniki i epoki, z ustawieniami eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>CSV Table</source>
            <translation>Tabela CSV</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Choose another folder or name.</source>
            <translation>Wybierz inny folder lub nazwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>One tidy table: one row per value, for pandas and spreadsheets.</source>
            <translation>Jedna uporządkowana tabela: wiersz na wartość, dla pandas i arkuszy kalkulacyjnych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>PNG</source>
            <translation>PNG</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Pixels, for slides and the web.</source>
            <translation>Piksele, na slajdy i do sieci WWW.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>SVG</source>
            <translation>SVG</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>The numbers behind each picture.</source>
            <translation>Liczby stojące za każdym obrazem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>The picture could not be turned into a PNG.</source>
            <translation>Obrazu nie udało się zamienić na PNG.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Vectors, for papers.</source>
            <translation>Wektory, do artykułów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Vectors, for the web and for editing; text stays text.</source>
            <translation>Wektory, do sieci WWW i do edycji; tekst pozostaje tekstem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>{path} cannot be written: {error_words}.</source>
            <translation>Nie można zapisać {path}: {error_words}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Choose a smaller width or resolution.</source>
            <translation>Wybierz mniejszą szerokość lub rozdzielczość.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Choose a smaller width or resolution: at most {MOST_PIXELS} pixels a side.</source>
            <translation>Wybierz mniejszą szerokość lub rozdzielczość: najwyżej {MOST_PIXELS} pikseli na bok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Software</source>
            <translation>Software</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>The resolution of an exported picture must be greater than 0 DPI.</source>
            <translation>Rozdzielczość eksportowanego obrazu musi być większa od 0 DPI.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>The width of an exported picture must be greater than 0.</source>
            <translation>Szerokość eksportowanego obrazu musi być większa od 0.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>There is no memory for a picture of {width} × {height} pixels.</source>
            <translation>Brak pamięci na obraz o {width} × {height} pikselach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Train or open a model first, then export again.</source>
            <translation>Najpierw naucz lub otwórz model, potem wyeksportuj ponownie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>“{figure_title}” could not be painted.</source>
            <translation>„{figure_title}” nie udało się narysować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>“{figure_title}” is empty and cannot be exported.</source>
            <translation>„{figure_title}” jest puste i nie można go wyeksportować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>“{figure_title}” would be {width} × {height} pixels.</source>
            <translation>„{figure_title}” miałoby {width} × {height} pikseli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>Not the usual values:
{listed}</source>
            <translation>Wartości inne niż zwykle:
{listed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>Validation (share)</source>
            <translation>Walidacja (udział)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>no effect now</source>
            <translation>teraz bez wpływu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>{changed} changed</source>
            <translation>zmieniono: {changed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>BP</source>
            <translation>BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Ctrl+C copies the table as text.</source>
            <translation>Ctrl+C kopiuje tabelę jako tekst.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>FF</source>
            <translation>FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Layers, output shapes and parameters</source>
            <translation>Warstwy, kształty wyjść i parametry</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Parameters, Forward-Forward</source>
            <translation>Parametry, Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Parameters, backprop</source>
            <translation>Parametry, propagacja wsteczna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Drawing</source>
            <translation>Rysunek</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>No net yet. Press Train (Space) or open one.</source>
            <translation>Nie ma jeszcze sieci. Naciśnij Ucz (spacja) albo otwórz jakąś.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Number of the image</source>
            <translation>Numer obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Test Image</source>
            <translation>Obraz testowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>The drawing pad is empty: draw something, or choose an image.</source>
            <translation>Tabliczka jest pusta: narysuj coś albo wybierz obraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>The image that is looked at: what is drawn on the pad, or one of the data set.</source>
            <translation>Oglądany obraz: narysowany na tabliczce albo jeden ze zbioru danych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>The number of the image, counted from 0.</source>
            <translation>Numer obrazu, liczony od 0.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>There are no images at hand; draw one.</source>
            <translation>Nie ma pod ręką obrazów; narysuj jeden.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Training Image</source>
            <translation>Obraz uczący</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Validation Image</source>
            <translation>Obraz walidacyjny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Which image</source>
            <translation>Który obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>drawn</source>
            <translation>narysowany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>the drawing</source>
            <translation>rysunek</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>{data_title} has images of another size than the net takes.</source>
            <translation>{data_title} ma obrazy innego rozmiaru, niż przyjmuje sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>{data_title} has no {which} images.</source>
            <translation>{data_title} nie ma obrazów zbioru: {which}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>{which} image {number}</source>
            <translation>obraz {number} ({which})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/section.py" />
            <source>{title} section</source>
            <translation>Sekcja {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>A change takes effect at Enter, or when you leave the field, and is marked on the curves.</source>
            <translation>Zmiana działa po naciśnięciu Enter albo po opuszczeniu pola i jest zaznaczana na krzywych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Fix</source>
            <translation>Napraw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Fix {what}</source>
            <translation>Napraw: {what}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Legal: {sign}{low} to {high} {unit}.</source>
            <translation>Dozwolone: {sign}{low} do {high} {unit}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>No effect now. {idle}</source>
            <translation>Teraz bez wpływu. {idle}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>No effect now. {idle}
{tip}</source>
            <translation>Teraz bez wpływu. {idle}
{tip}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Usual: {default}.</source>
            <translation>Zwykle: {default}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>above </source>
            <translation>powyżej </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>from </source>
            <translation>od </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>live</source>
            <translation>na żywo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/typed_edit.py" />
            <source>Enter ↵</source>
            <translation>Enter ↵</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/view_head.py" />
            <source>Open the page of the help that explains this view.</source>
            <translation>Otwórz stronę pomocy, która wyjaśnia ten widok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/view_head.py" />
            <source>Why?</source>
            <translation>Dlaczego?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/activations_figure.py" />
            <source>Activations of one image</source>
            <translation>Aktywacje jednego obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers.py" />
            <source>{active} of {units} units answer; the largest activity is {largest}</source>
            <translation>odpowiada {active} z {units} jednostek; największa aktywność to {largest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_painter.py" />
            <source>answers to none</source>
            <translation>nie odpowiada na żaden</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>A square per unit, and below those that answer most. Click one to pin it.</source>
            <translation>Kwadrat na jednostkę, a niżej te, które odpowiadają najsilniej. Kliknij jedną, aby ją przypiąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>Activity of all layers</source>
            <translation>Aktywność wszystkich warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>Arrows</source>
            <translation>Strzałki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>In Activations: go to another unit; at an edge, to the next layer.</source>
            <translation>W Aktywacjach: przejdź do innej jednostki; na brzegu do następnej warstwy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>In Activations: pin the unit, or let go of it.</source>
            <translation>W Aktywacjach: przypnij jednostkę albo ją odepnij.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>{name}, unit {words}</source>
            <translation>{name}, jednostka {words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>, with its label {name} embedded</source>
            <translation>, z osadzoną jego etykietą {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>, with the net's answer {name} embedded</source>
            <translation>, z osadzoną odpowiedzią sieci {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Activations</source>
            <translation>Aktywacje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Find in Filters</source>
            <translation>Znajdź w Filtrach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Lets go of all pinned units.</source>
            <translation>Odpina wszystkie przypięte jednostki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Liked best of {sample}.</source>
            <translation>Najbardziej lubiane z: {sample}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Looking…</source>
            <translation>Szukam…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Net</source>
            <translation>Sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Shows the weights of the unit that was pinned last, in Filters.</source>
            <translation>Pokazuje w Filtrach wagi jednostki przypiętej jako ostatnia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Unpin All</source>
            <translation>Odepnij wszystkie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>What every unit answers to one image, while one draws it too, and the training images that the most active units like best.</source>
            <translation>Co każda jednostka odpowiada na jeden obraz, także w trakcie rysowania, i obrazy uczące, które najaktywniejsze jednostki lubią najbardziej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Whose units are shown.</source>
            <translation>Czyje jednostki są pokazywane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Alignment of local gradients</source>
            <translation>Zgodność lokalnych gradientów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Layer {number}: {value}</source>
            <translation>Warstwa {number}: {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Own gradient and that of all layers' losses</source>
            <translation>Własny gradient i gradient strat wszystkich warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Own gradient and that of the twin's loss</source>
            <translation>Własny gradient i gradient straty bliźniaczej sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>cosine</source>
            <translation>cosinus</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>epoch</source>
            <translation>epoka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>none</source>
            <translation>brak</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>1: the layer's own gradient points exactly where the other does; 0: they are at right angles; −1: it points the other way.</source>
            <translation>1: własny gradient warstwy wskazuje dokładnie tam, gdzie drugi; 0: są prostopadłe; −1: wskazuje w przeciwną stronę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Charts of the cosines</source>
            <translation>Wykresy cosinusów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Cosines over the epochs</source>
            <translation>Cosinusy po epokach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Gradients of {count} {which} images of {title} and as many with a random wrong label. Epoch {epoch}.</source>
            <translation>Gradienty dla obrazów z {title} ({which}): {count}, i tylu samo z losową błędną etykietą. Epoka {epoch}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Kept Epochs Too</source>
            <translation>Także zachowane epoki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Looks at the epochs of the run that are kept on disk, too, while this is in sight.</source>
            <translation>Dopóki to jest widoczne, ogląda też epoki przebiegu zachowane na dysku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Measuring…</source>
            <translation>Mierzę…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>The cosine between the gradient that each layer learns by and two others: the true one of all layers' losses together, and that of the twin's loss.</source>
            <translation>Cosinus między gradientem, z którego uczy się każda warstwa, a dwoma innymi: prawdziwym gradientem strat wszystkich warstw razem i gradientem straty bliźniaczej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>The gradients could not be compared</source>
            <translation>Nie udało się porównać gradientów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>Forward-Forward: each layer learns from its own loss; no arrow goes back.</source>
            <translation>Forward-Forward: każda warstwa uczy się z własnej straty; żadna strzałka nie wraca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>TensorFlow ±{engine}</source>
            <translation>TensorFlow ±{engine}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>g⁺ = {positive} (label {label})   g⁻ = {negative} (label {wrong})   θ = {theta}</source>
            <translation>g⁺ = {positive} (etykieta {label})   g⁻ = {negative} (etykieta {wrong})   θ = {theta}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>numerical ±{number}</source>
            <translation>numerycznie ±{number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>From δ follows how J changes with every weight of {title}.</source>
            <translation>Z δ wynika, jak J zmienia się z każdą wagą: {title}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>The error comes back to {title}: δ is how J changes with z.</source>
            <translation>Błąd wraca do: {title}; δ to zmiana J z z.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>The image goes in: a⁰ is its pixels.</source>
            <translation>Obraz wchodzi: a⁰ to jego piksele.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>The loss J says how wrong the output is.</source>
            <translation>Strata J mówi, jak błędne jest wyjście.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>a⁰ = what the layers below make</source>
            <translation>a⁰ = to, co robią warstwy poniżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>{rest} more</source>
            <translation>jeszcze {rest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>{title} adds up what comes in, weighted.</source>
            <translation>{title} sumuje z wagami to, co wchodzi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>{title} applies its activation function.</source>
            <translation>{title} stosuje swoją funkcję aktywacji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>δ{n} = ∇ₐJ through the softmax = a{n} − t</source>
            <translation>δ{n} = ∇ₐJ przez softmax = a{n} − t</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>A row per unit: its weights with what they meet above, z, a, and what comes back.
Below each weight its gradient. Click a weight to choose it.</source>
            <translation>Wiersz na jednostkę: jej wagi z tym, co spotykają powyżej, z, a i to, co wraca.
Pod każdą wagą jej gradient. Kliknij wagę, aby ją wybrać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>B, PgUp</source>
            <translation>B, PgUp</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>Enter, digits</source>
            <translation>Enter, cyfry</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: choose another weight.</source>
            <translation>W podglądzie propagacji wstecznej: wybierz inną wagę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: the next step.</source>
            <translation>W podglądzie propagacji wstecznej: następny krok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: the step before.</source>
            <translation>W podglądzie propagacji wstecznej: poprzedni krok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: type the chosen weight.</source>
            <translation>W podglądzie propagacji wstecznej: wpisz wybraną wagę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>N, PgDn</source>
            <translation>N, PgDn</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>Numbers of all layers</source>
            <translation>Liczby wszystkich warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>bias</source>
            <translation>bias</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>weight from {source}</source>
            <translation>waga z {source}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>{title}, unit {unit}, {what}: {weight}</source>
            <translation>{title}, jednostka {unit}, {what}: {weight}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>All {numbers} against TensorFlow's: at most {apart} apart.</source>
            <translation>Wszystkie ({numbers}) wobec TensorFlow: różnica najwyżej {apart}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Asking TensorFlow…</source>
            <translation>Pytam TensorFlow…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Back</source>
            <translation>Wstecz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Check Gradients</source>
            <translation>Sprawdź gradienty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Chosen weight</source>
            <translation>Wybrana waga</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Forward-Forward Beside</source>
            <translation>Forward-Forward obok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>From the image up to the loss, and from the loss back.</source>
            <translation>Od obrazu w górę do straty i od straty z powrotem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Holds every gradient against TensorFlow's and against differences of the loss, and shows how far they are apart.</source>
            <translation>Porównuje każdy gradient z gradientem TensorFlow i z różnicami straty i pokazuje, jak bardzo się różnią.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Its Own Label</source>
            <translation>Jego własna etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Label {name}</source>
            <translation>Etykieta {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Next</source>
            <translation>Dalej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>One image goes up through the backprop net and its error comes back: every number of every layer, one step at a time.</source>
            <translation>Jeden obraz idzie w górę przez sieć z propagacją wsteczną, a jego błąd wraca: każda liczba każdej warstwy, krok po kroku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Show Net by Hand</source>
            <translation>Pokaż sieć ustawioną ręcznie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Shows the net that the experiment's weights by hand make, before any training.</source>
            <translation>Pokazuje sieć, którą tworzą wagi eksperymentu podane ręcznie, przed jakimkolwiek uczeniem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Shows what each Forward-Forward layer learns from the same image, by itself.</source>
            <translation>Pokazuje, czego każda warstwa Forward-Forward sama uczy się z tego samego obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Step</source>
            <translation>Krok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Step {step} of {last}.</source>
            <translation>Krok {step} z {last}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The experiment gives weights by hand: Show Net by Hand.</source>
            <translation>Eksperyment podaje wagi ręcznie: Pokaż sieć ustawioną ręcznie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The gradients were not checked: {message}</source>
            <translation>Gradientów nie sprawdzono: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The next step (N in the numbers).</source>
            <translation>Następny krok (N w liczbach).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The step before (B in the numbers).</source>
            <translation>Poprzedni krok (B w liczbach).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The weight that is chosen.</source>
            <translation>Wybrana waga.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>There is no backprop net: train with backprop switched on.</source>
            <translation>Nie ma sieci z propagacją wsteczną: ucz z włączoną propagacją wsteczną.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>True label</source>
            <translation>Prawdziwa etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Type another weight: the net changes at once.</source>
            <translation>Wpisz inną wagę: sieć zmienia się od razu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Weight</source>
            <translation>Waga</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>What the output should be. The image's own label is the data set's; of a drawing, the net's answer.</source>
            <translation>Jakie powinno być wyjście. Własną etykietę obrazu podaje zbiór danych; dla rysunku jest to odpowiedź sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{image}: label {label}; the net answers {answer} ({share}). J = {loss}.</source>
            <translation>{image}: etykieta {label}; sieć odpowiada {answer} ({share}). J = {loss}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{kinks} are left out: at a kink of the activation function there is no derivative, and 0 is taken.</source>
            <translation>Pominięto {kinks}: w załamaniu funkcji aktywacji nie ma pochodnej i przyjmuje się 0.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{looked} of {numbers} gradients against differences of the loss: at most {apart} apart.</source>
            <translation>{looked} z {numbers} gradientów wobec różnic straty: różnica najwyżej {apart}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{title} shows {units} of {all_units} units and {sources} of {all_sources} inputs, those with the largest δ and a.</source>
            <translation>{title} pokazuje {units} z {all_units} jednostek i {sources} z {all_sources} wejść, te o największych δ i a.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{title}: bias of unit {unit}</source>
            <translation>{title}: bias jednostki {unit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{title}: weight from {source} to {unit}</source>
            <translation>{title}: waga z {source} do {unit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/steps_figure.py" />
            <source>Backprop step by step</source>
            <translation>Propagacja wsteczna krok po kroku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Alt+Up, Alt+Down</source>
            <translation>Alt+↑, Alt+↓</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Ctrl+D</source>
            <translation>Ctrl+D</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>FF read-out · {size} · softmax
{read_out_text}</source>
            <translation>Odczyt FF · {size} · softmax
{read_out_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Forward-Forward's linear read-out: one probability per class, from the activities of all layers but the first. No gradient reaches the layers.</source>
            <translation>Liniowy odczyt Forward-Forward: jedno prawdopodobieństwo na klasę, z aktywności wszystkich warstw oprócz pierwszej. Żaden gradient nie dociera do warstw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>GB</source>
            <translation>GB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: add a layer below.</source>
            <translation>Na liście warstw: dodaj warstwę poniżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: duplicate the layer.</source>
            <translation>Na liście warstw: powiel warstwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: move the layer up or down.</source>
            <translation>Na liście warstw: przesuń warstwę w górę lub w dół.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: remove the layer.</source>
            <translation>Na liście warstw: usuń warstwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Ins</source>
            <translation>Ins</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Layer {i} · {layer_text}</source>
            <translation>Warstwa {i} · {layer_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>MB</source>
            <translation>MB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Output · {size} · softmax
{cost_text}</source>
            <translation>Wyjście · {size} · softmax
{cost_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>The backprop twin's output: one probability per class.</source>
            <translation>Wyjście bliźniaczej sieci z propagacją wsteczną: jedno prawdopodobieństwo na klasę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>The hidden layers, first layer on top. Drag to reorder, or Alt+Up and Alt+Down.
Ins adds a layer, Del removes it, Ctrl+D duplicates it.</source>
            <translation>Warstwy ukryte, pierwsza na górze. Przeciągnij, aby zmienić kolejność, albo użyj Alt+↑ i Alt+↓.
Ins dodaje warstwę, Del usuwa, Ctrl+D powiela.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>no weights</source>
            <translation>bez wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{bp_parameters} weights</source>
            <translation>wagi: {bp_parameters}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{bp_parameters} weights · BP {size_text}</source>
            <translation>wagi: {bp_parameters} · BP {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{ff_parameters} weights · FF {size_text}</source>
            <translation>wagi: {ff_parameters} · FF {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{inputs} inputs → {units} outputs{of}
Parameters: {ff_parameters} (Forward-Forward), {bp_parameters} (backprop)
Memory while training: {size_text} (Forward-Forward, one layer at a time), {size_text_2} (backprop, held until the backward pass)
{multiply_adds} multiply-adds per image and forward pass</source>
            <translation>wejścia: {inputs} → wyjścia: {units}{of}
Parametry: {ff_parameters} (Forward-Forward), {bp_parameters} (propagacja wsteczna)
Pamięć podczas uczenia: {size_text} (Forward-Forward, po jednej warstwie), {size_text_2} (propagacja wsteczna, trzymana do przejścia wstecz)
Mnożeń z dodawaniem na obraz i przejście w przód: {multiply_adds}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{read_out_parameters} weights</source>
            <translation>wagi: {read_out_parameters}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{size} · BP {size_text}</source>
            <translation>{size} · BP {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Add a layer below this one (Ins)</source>
            <translation>Dodaj warstwę poniżej (Ins)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Add layer</source>
            <translation>Dodaj warstwę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Duplicate layer {index}</source>
            <translation>Powiel warstwę {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Duplicate this layer (Ctrl+D)</source>
            <translation>Powiel tę warstwę (Ctrl+D)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Move layer {index}</source>
            <translation>Przesuń warstwę {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Move this layer down (Alt+Down)</source>
            <translation>Przesuń tę warstwę w dół (Alt+↓)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Move this layer up (Alt+Up)</source>
            <translation>Przesuń tę warstwę w górę (Alt+↑)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Remove layer {index}</source>
            <translation>Usuń warstwę {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Remove this layer (Del)</source>
            <translation>Usuń tę warstwę (Del)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Reorder layers</source>
            <translation>Zmień kolejność warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Settings of layer {index}</source>
            <translation>Ustawienia warstwy {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>This layer learns by backprop only, so Forward-Forward is switched off.</source>
            <translation>Ta warstwa uczy się tylko propagacją wsteczną, więc Forward-Forward jest wyłączone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>This layer's loss compares pairs and needs no threshold.</source>
            <translation>Strata tej warstwy porównuje pary i nie potrzebuje progu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>⚠ The net has no hidden layer. Add one.</source>
            <translation>⚠ Sieć nie ma warstwy ukrytej. Dodaj ją.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source> and {more} more.</source>
            <translation> i jeszcze {more}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>&lt;b&gt;The nets shown:&lt;/b&gt; {escape}. The builder holds another experiment; {train}.</source>
            <translation>&lt;b&gt;Pokazane sieci:&lt;/b&gt; {escape}. Budowniczy zawiera inny eksperyment; {train}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Bring the settings that the nets shown were made with back into the builder; can be undone.</source>
            <translation>Przenieś do budowniczego ustawienia, z którymi powstały pokazane sieci; można cofnąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>It differs in: {some}</source>
            <translation>Różni się w: {some}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Nets of another experiment</source>
            <translation>Sieci innego eksperymentu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Take Their Experiment</source>
            <translation>Weź ich eksperyment</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Train goes on with the nets shown all the same</source>
            <translation>Ucz i tak uczy dalej pokazane sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Train makes new nets</source>
            <translation>Ucz tworzy nowe sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>the next run makes new nets</source>
            <translation>następny przebieg tworzy nowe sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>&lt;b&gt;{escape}&lt;/b&gt; holds weights alone. Complete the layers for:</source>
            <translation>&lt;b&gt;{escape}&lt;/b&gt; zawiera same wagi. Uzupełnij warstwy dla:</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Bring its layers into the builder, where they can be changed, and keep its weights at hand for them.</source>
            <translation>Przenieś jej warstwy do budowniczego, gdzie można je zmieniać, i zachowaj dla nich jej wagi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Build a New Net</source>
            <translation>Zbuduj nową sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Edit Layers</source>
            <translation>Edytuj warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Forget Them</source>
            <translation>Zapomnij je</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Forget the weights given by hand; the seed decides, as in any other net.</source>
            <translation>Zapomnij wagi podane ręcznie; decyduje ziarno, jak w każdej innej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Layers, what was migrated, and how the net wants its images.</source>
            <translation>Warstwy, co przeniesiono i jakich obrazów sieć oczekuje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Model Card…</source>
            <translation>Karta modelu…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Put the file's weights into the layers below, in their order.</source>
            <translation>Włóż wagi z pliku do warstw poniżej, w ich kolejności.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Start from Random Weights</source>
            <translation>Zacznij od losowych wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Take layers of your own in place of this net; can be undone.</source>
            <translation>Weź własne warstwy zamiast tej sieci; można cofnąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>The backprop net starts from weights given by hand ({sizes}), not from random ones.</source>
            <translation>Sieć z propagacją wsteczną zaczyna od wag podanych ręcznie ({sizes}), a nie od losowych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Train goes on with it by backprop, with the settings below.</source>
            <translation>Ucz uczy ją dalej propagacją wsteczną, z ustawieniami poniżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Use the Weights</source>
            <translation>Użyj wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>images as {escape}</source>
            <translation>obrazy jako {escape}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>{given} → {made}, {count} layer{value}, {parameters} parameters</source>
            <translation>{given} → {made}, warstwy: {count}, parametry: {parameters}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Add the experiment to the queue: it is trained after those that wait, in a process of its own.</source>
            <translation>Dodaj eksperyment do kolejki: jest uczony po tych, które czekają, w osobnym procesie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Add to Queue</source>
            <translation>Dodaj do kolejki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Apply preset {name}</source>
            <translation>Zastosuj preset {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Backprop Twin</source>
            <translation>Bliźniacza sieć z propagacją wsteczną</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Experiments that come with ffstudio; applying one can be undone.</source>
            <translation>Eksperymenty dołączone do ffstudio; zastosowanie można cofnąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Presets</source>
            <translation>Presety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Queue</source>
            <translation>Kolejka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Summary</source>
            <translation>Podsumowanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>The layers do not fit yet; see the marked settings.</source>
            <translation>Warstwy jeszcze nie pasują; zobacz zaznaczone ustawienia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>There is no data set yet, so sizes are not known.</source>
            <translation>Nie ma jeszcze zbioru danych, więc rozmiary nie są znane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Totals</source>
            <translation>Razem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Training: a learning rate or threshold takes effect at Enter, or when you leave its field; all other changes in the next run.</source>
            <translation>Trwa uczenie: współczynnik uczenia lub próg działa po naciśnięciu Enter albo po opuszczeniu pola; wszystkie inne zmiany w następnym przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>{data_title}: {train} images to learn from, {validation} for validation, {test} to test</source>
            <translation>{data_title}: obrazy do uczenia: {train}, do walidacji: {validation}, do testu: {test}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>{short_totals} parameters</source>
            <translation>parametry: {short_totals}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Augmentation</source>
            <translation>Augmentacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Goodness and Loss</source>
            <translation>Dobroć i strata</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Images</source>
            <translation>Obrazy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Label</source>
            <translation>Etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Learning</source>
            <translation>Uczenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Negative Data</source>
            <translation>Dane negatywne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Peers and Collaboration</source>
            <translation>Sąsiedzi i współpraca</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Prediction</source>
            <translation>Predykcja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Regularisation</source>
            <translation>Regularyzacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Shape</source>
            <translation>Kształt</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Top-Down Connections</source>
            <translation>Połączenia z góry w dół</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_menu.py" />
            <source>A sweep cannot vary this setting.</source>
            <translation>Seria prób nie może zmieniać tego ustawienia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_menu.py" />
            <source>Sweep…</source>
            <translation>Seria prób…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_menu.py" />
            <source>Train with several values of this setting, each with several seeds, and compare.</source>
            <translation>Ucz z kilkoma wartościami tego ustawienia, każdą z kilkoma ziarnami, i porównaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/totals.py" />
            <source>BP {total} parameters, {size_text}</source>
            <translation>BP parametry: {total}, {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/totals.py" />
            <source>FF {total} parameters, {size_text} at a time</source>
            <translation>FF parametry: {total}, naraz {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/totals.py" />
            <source>{adds} multiply-adds per image and pass</source>
            <translation>mnożeń z dodawaniem na obraz i przejście: {adds}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Ctrl+Home, Ctrl+End</source>
            <translation>Ctrl+Home, Ctrl+End</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Enter, Space</source>
            <translation>Enter, Spacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Goodness of candidate labels</source>
            <translation>Dobroć etykiet kandydujących</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Home, End, PgUp, PgDn</source>
            <translation>Home, End, PgUp, PgDn</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: go to another cell.</source>
            <translation>W macierzy: przejdź do innej komórki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: show the images behind the cell.</source>
            <translation>W macierzy: pokaż obrazy stojące za komórką.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: the ends of the row, and of the column.</source>
            <translation>W macierzy: końce wiersza i kolumny.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: the first and the last cell.</source>
            <translation>W macierzy: pierwsza i ostatnia komórka.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Label tried</source>
            <translation>Próbowana etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Mean goodness of each label by true label</source>
            <translation>Średnia dobroć każdej etykiety według prawdziwej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>No goodness yet.</source>
            <translation>Nie ma jeszcze dobroci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>images of {true} with label {candidate}: goodness {value}, {lead} beside the true label</source>
            <translation>obrazy {true} z etykietą {candidate}: dobroć {value}, {lead} obok prawdziwej etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>{cell}
Click to see the images.</source>
            <translation>{cell}
Kliknij, aby zobaczyć obrazy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Beside the True Label's</source>
            <translation>Wobec prawdziwej etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Click a cell to see its images.</source>
            <translation>Kliknij komórkę, aby zobaczyć jej obrazy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Goodness of layer {k}</source>
            <translation>Dobroć warstwy {k}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>How much goodness each label has on the images of each class: bright beside the diagonal is what the net takes for right though it is wrong.</source>
            <translation>Ile dobroci każda etykieta ma na obrazach każdej klasy: co jasne obok przekątnej, sieć bierze za słuszne, choć jest błędne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Layer {k}</source>
            <translation>Warstwa {k}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Mean Goodness</source>
            <translation>Średnia dobroć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Means over {images}. Epoch {epoch}.</source>
            <translation>Średnie z: {images}. Epoka {epoch}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Numbers</source>
            <translation>Liczby</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Summed</source>
            <translation>Suma</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Summed goodness</source>
            <translation>Suma dobroci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>The goodness could not be measured</source>
            <translation>Nie udało się zmierzyć dobroci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>The goodness itself, or how much more or less it is than the true label's.</source>
            <translation>Sama dobroć albo o ile jest większa lub mniejsza niż prawdziwej etykiety.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Whose goodness: one layer's, or summed over those that vote.</source>
            <translation>Czyja dobroć: jednej warstwy albo zsumowana po tych, które głosują.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>{count} images of {name}, those first on which {other} looks best: + is more goodness than the true label's</source>
            <translation>obrazy {name}: {count}, najpierw te, na których {other} wygląda najlepiej: + to więcej dobroci niż prawdziwej etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>{count} images of {name}, those first whose best wrong label comes nearest: + is the true label's lead</source>
            <translation>obrazy {name}: {count}, najpierw te, których najlepsza błędna etykieta jest najbliżej: + to przewaga prawdziwej etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Both nets are judging the test images…</source>
            <translation>Obie sieci oceniają obrazy testowe…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Draw something: what both nets make of it appears here.</source>
            <translation>Narysuj coś: tu pojawi się, co robią z tym obie sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>First run</source>
            <translation>Pierwszy przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>One of the runs has no net of this kind.</source>
            <translation>Jeden z przebiegów nie ma sieci tego rodzaju.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>One of the runs has no weights on disk.</source>
            <translation>Jeden z przebiegów nie ma wag na dysku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>One of the runs with a tick; the second's numbers are taken away.</source>
            <translation>Jeden z zaznaczonych przebiegów; liczby drugiego są odejmowane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Second run</source>
            <translation>Drugi przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Set ticks on two runs, and choose them above.</source>
            <translation>Zaznacz dwa przebiegi i wybierz je powyżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The drawing does not fit both nets.</source>
            <translation>Rysunek nie pasuje do obu sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The images at hand ({data}) do not fit the nets.</source>
            <translation>Obrazy pod ręką ({data}) nie pasują do sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The images at hand ({data}) have other classes than the nets.</source>
            <translation>Obrazy pod ręką ({data}) mają inne klasy niż sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The two nets tell other classes apart.</source>
            <translation>Obie sieci rozróżniają inne klasy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>There is no data set to judge the nets on.</source>
            <translation>Nie ma zbioru danych, na którym można by ocenić sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Which of the two nets of each run.</source>
            <translation>Która z dwóch sieci każdego przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>{count} test images of {data}</source>
            <translation>obrazy testowe z {data}: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>{first} − {second} right</source>
            <translation>{first} − {second} poprawnie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Confusion, {title}</source>
            <translation>Pomyłki, {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Difference of two confusion matrices</source>
            <translation>Różnica dwóch macierzy pomyłek</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>First net: {first}; second net: {second}</source>
            <translation>Pierwsza sieć: {first}; druga sieć: {second}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Probabilities, or goodness from the lowest label to the highest: goodness of two nets has no common scale. The numbers are the goodness itself.</source>
            <translation>Prawdopodobieństwa albo dobroć od najniższej do najwyższej etykiety: dobroć dwóch sieci nie ma wspólnej skali. Liczby to sama dobroć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Scores of two runs</source>
            <translation>Oceny dwóch przebiegów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>What two nets make of the drawing</source>
            <translation>Co z rysunkiem robią dwie sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>first</source>
            <translation>pierwszy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>label</source>
            <translation>etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>predicted class</source>
            <translation>przewidziana klasa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>second</source>
            <translation>druga</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>true \ predicted</source>
            <translation>prawdziwa \ przewidziana</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>true {true}, predicted {predicted}: {first} images by the first, {second} by the second</source>
            <translation>prawdziwa {true}, przewidziana {predicted}: obrazy pierwszej {first}, drugiej {second}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>A column a run. The buttons below act on the run of the column one is in.</source>
            <translation>Kolumna na przebieg. Przyciski poniżej działają na przebieg kolumny, w której się jest.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>All runs in a table, or two nets on the same images.</source>
            <translation>Wszystkie przebiegi w tabeli albo dwie sieci na tych samych obrazach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Bring the settings of the chosen column's run into the builder; undo takes them back.</source>
            <translation>Przenieś ustawienia przebiegu wybranej kolumny do budowniczego; cofnięcie je odwraca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Choose a column first: a click on a run's name, or in its column.</source>
            <translation>Najpierw wybierz kolumnę: kliknij nazwę przebiegu albo w jego kolumnie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Clear</source>
            <translation>Wyczyść</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compare</source>
            <translation>Porównaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compare no runs any more.</source>
            <translation>Nie porównuj już żadnych przebiegów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compare the chosen column's run no more.</source>
            <translation>Nie porównuj już przebiegu wybranej kolumny.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compared runs</source>
            <translation>Porównywane przebiegi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>No runs are compared yet.

Set ticks in the panel Runs: their curves lie over each other in Curves, and what differs is listed here.</source>
            <translation>Nie porównuje się jeszcze żadnych przebiegów.

Zaznacz je w panelu Przebiegi: ich krzywe położą się na sobie w Krzywych, a różnice będą wypisane tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Results of the runs with a tick, the settings in which they differ, and what their curves came to, the best of each line bold; or two of their nets on the same images.</source>
            <translation>Wyniki zaznaczonych przebiegów, ustawienia, którymi się różnią, i do czego doszły ich krzywe, najlepsze w wierszu pogrubione; albo dwie z ich sieci na tych samych obrazach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Show Curves</source>
            <translation>Pokaż krzywe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Show Runs</source>
            <translation>Pokaż przebiegi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Table</source>
            <translation>Tabela</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Take Away</source>
            <translation>Zabierz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>The runs are being read…</source>
            <translation>Odczytuję przebiegi…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>The runs that are kept are listed there.</source>
            <translation>Tam są wypisane zachowane przebiegi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Their curves lie over each other there.</source>
            <translation>Tam ich krzywe leżą na sobie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Two Nets</source>
            <translation>Dwie sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Use These Settings</source>
            <translation>Użyj tych ustawień</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>What is compared</source>
            <translation>Co jest porównywane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>BP accuracy on the test images</source>
            <translation>Dokładność BP na obrazach testowych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Cannot be read</source>
            <translation>Nie można odczytać</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Curves: last, and least or best</source>
            <translation>Krzywe: ostatnia wartość oraz najmniejsza lub najlepsza</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>FF accuracy on the test images</source>
            <translation>Dokładność FF na obrazach testowych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Results</source>
            <translation>Wyniki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Seconds of training and judging</source>
            <translation>Sekundy uczenia i oceny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Settings that differ</source>
            <translation>Ustawienia, które się różnią</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>State</source>
            <translation>Stan</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>The last value, and in brackets the highest.</source>
            <translation>Ostatnia wartość, a w nawiasie najwyższa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>The last value, and in brackets the lowest.</source>
            <translation>Ostatnia wartość, a w nawiasie najniższa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>a single run</source>
            <translation>pojedynczy przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>off</source>
            <translation>wył.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>on</source>
            <translation>wł.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/table_figure.py" />
            <source>part</source>
            <translation>część</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/table_figure.py" />
            <source>what</source>
            <translation>co</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>; the {MOST_THUMBNAILS} least certain</source>
            <translation>; {MOST_THUMBNAILS} najmniej pewnych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>FF +{m}</source>
            <translation>FF +{m}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>FF −{m}</source>
            <translation>FF −{m}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>Image {index} of the {which} set, {picture_text}</source>
            <translation>Obraz {index} ze zbioru: {which}, {picture_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>Image {index} of the {which} set. {picture_text}
Click to draw on with it.</source>
            <translation>Obraz {index} ze zbioru: {which}. {picture_text}
Kliknij, aby na nim rysować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>Images of the chosen cell</source>
            <translation>Obrazy wybranej komórki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>{t}
BP {v}</source>
            <translation>{t}
BP {v}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>% of all</source>
            <translation>% wszystkich</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>% of predicted class</source>
            <translation>% klasy przewidzianej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>% of true class</source>
            <translation>% klasy prawdziwej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>Counts</source>
            <translation>Liczby</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{count} of {total}</source>
            <translation>{count} z {total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{count} {which} images of {self_title}</source>
            <translation>{which} obrazy ({count}), {self_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{say_what}: {count} of {say_images}</source>
            <translation>{say_what}: {count} z {say_images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{true} recognised</source>
            <translation>{true} rozpoznane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{true} taken for {predicted}</source>
            <translation>{true} wzięte za {predicted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{what}: Forward-Forward {first}, backprop {second} of {say_images}</source>
            <translation>{what}: Forward-Forward {first}, propagacja wsteczna {second} z {say_images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source> more or fewer</source>
            <translation> mniej lub więcej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>, images</source>
            <translation> (obrazy)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>, percentage points</source>
            <translation> (punkty procentowe)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>Confusion matrix, {described}</source>
            <translation>Macierz pomyłek, {described}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>predicted class{unit}</source>
            <translation>klasa przewidziana{unit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>true {true}, predicted {predicted}, {count} {noun}</source>
            <translation>prawdziwa {true}, przewidziana {predicted}, {count} {noun}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>true {true}, predicted {predicted}; {say_cell}</source>
            <translation>prawdziwa {true}, przewidziana {predicted}; {say_cell}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{heading} of {images_text}</source>
            <translation>{heading}, {images_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{say_cell}
{by_row} of all {true}, {by_column} of all taken for {predicted}
Click to see them.</source>
            <translation>{say_cell}
{by_row} wszystkich {true}, {by_column} wszystkich wziętych za {predicted}
Kliknij, aby je zobaczyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{say_cell}.
Click to see Forward-Forward's.</source>
            <translation>{say_cell}.
Kliknij, aby zobaczyć te z Forward-Forward.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{title} confusion matrix</source>
            <translation>Macierz pomyłek: {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{title}: {share}{about}% right</source>
            <translation>{title}: {share}{about}% poprawnie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Copied {figure_title}</source>
            <translation>Skopiowano {figure_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Copy the matrices as they are shown, as a table and a picture. Ctrl+C copies the one that has the keyboard.</source>
            <translation>Kopiuj macierze tak, jak są pokazane, jako tabelę i obraz. Ctrl+C kopiuje tę, która ma klawiaturę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Copy what is shown</source>
            <translation>Kopiuj to, co widać</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Counts, or percent of a row, a column or all images.</source>
            <translation>Liczby albo procent wiersza, kolumny lub wszystkich obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Difference</source>
            <translation>Różnica</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>FF − BP</source>
            <translation>FF − BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Forward-Forward's numbers minus backprop's; in their place where there is no room for three matrices.</source>
            <translation>Liczby Forward-Forward minus liczby propagacji wstecznej; w ich miejscu, gdy nie ma miejsca na trzy macierze.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>How these images are handed to the nets</source>
            <translation>Jak te obrazy są podawane sieciom</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Judging {NAMES}…</source>
            <translation>Ocenianie: {NAMES}…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>No images are held back for validation; choose the test set.</source>
            <translation>Nie odłożono obrazów do walidacji; wybierz zbiór testowy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Set</source>
            <translation>Zbiór</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Test set</source>
            <translation>Zbiór testowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>The matrix could not be made</source>
            <translation>Nie udało się zrobić macierzy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>There is no data set to judge the net on.</source>
            <translation>Nie ma zbioru danych, na którym można ocenić sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>This net is {article} {role}: it tells no classes apart.</source>
            <translation>Ta sieć to {role}: nie rozróżnia klas.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Train a net or open one, and its mistakes appear here.</source>
            <translation>Naucz lub otwórz sieć, a jej pomyłki pojawią się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Trying how these pictures are handed to the net…</source>
            <translation>Próbuję, jak te obrazy są podawane sieci…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Validation set</source>
            <translation>Zbiór walidacyjny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Waiting for the next epoch…</source>
            <translation>Czekanie na następną epokę…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Which images are judged. Automatic: those the run is judged on,
or the test images where the nets may have learnt from the others.</source>
            <translation>Które obrazy są oceniane. Automatycznie: te, na których oceniany jest przebieg,
lub testowe, gdy sieci mogły uczyć się na innych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>While a run goes on, its epochs are judged on a fixed sample, the last one on all images. Run › Judge Epochs On changes it.</source>
            <translation>Podczas przebiegu epoki są oceniane na stałej próbie, ostatnia na wszystkich obrazach. Zmienia to Przebieg › Oceniaj epoki na.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>{NAMES} is judged after its first epoch.</source>
            <translation>{NAMES}: ocena po pierwszej epoce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>{data_title} does not fit this net: it takes {num_inputs} pixels and tells {num_classes} classes apart.</source>
            <translation>{data_title} nie pasuje do tej sieci: przyjmuje ona pikseli: {num_inputs} i rozróżnia klas: {num_classes}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>{why_no_pictures} There is nothing to judge it on.</source>
            <translation>{why_no_pictures} Nie ma na czym jej ocenić.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>± for 95 %</source>
            <translation>± dla 95 %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/side_by_side.py" />
            <source>Confusion matrices: </source>
            <translation>Macierze pomyłek: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>Cost of both nets</source>
            <translation>Koszt obu sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>In all</source>
            <translation>Razem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>What accuracy costs</source>
            <translation>Ile kosztuje dokładność</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>accuracy (%)</source>
            <translation>dokładność (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>activities of a batch</source>
            <translation>aktywności porcji</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>measured activities</source>
            <translation>zmierzone aktywności</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>measured forward pass</source>
            <translation>zmierzone przejście w przód</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>multiply-adds per image</source>
            <translation>mnożenia z dodawaniem na obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>multiply-adds, in 10¹²</source>
            <translation>mnożenia z dodawaniem, w 10¹²</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>{net}: {milliseconds} ms a step of {batch} images, measured while it learnt, so {rate} multiply-adds a second.</source>
            <translation>{net}: {milliseconds} ms na krok obrazów ({batch}), zmierzone podczas uczenia, czyli mnożeń z dodawaniem na sekundę: {rate}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Costs are counted for nets of the builder; this one is of another program.</source>
            <translation>Koszty liczy się dla sieci budowniczego; ta jest z innego programu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Costs of all layers</source>
            <translation>Koszty wszystkich warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Counting…</source>
            <translation>Liczę…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Layers are timed once the run rests.</source>
            <translation>Czas warstw mierzy się, gdy przebieg odpoczywa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Per image that is learnt from: both passes and the gradients of weights.
Forward-Forward holds the activities of one layer at a time, backprop all of them.</source>
            <translation>Na obraz, z którego się uczy: oba przejścia i gradienty wag.
Forward-Forward trzyma aktywności jednej warstwy naraz, propagacja wsteczna wszystkie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Table of costs</source>
            <translation>Tabela kosztów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>The forward pass was measured in NumPy on {count} images, the shortest of five.</source>
            <translation>Przejście w przód zmierzono w NumPy na obrazach ({count}), najkrótsze z pięciu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>The layers were not timed: {message}</source>
            <translation>Czasu warstw nie zmierzono: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>What every layer costs while it learns, computed and measured: multiply-adds, memory for activities, seconds.</source>
            <translation>Ile każda warstwa kosztuje podczas uczenia, obliczone i zmierzone: mnożenia z dodawaniem, pamięć na aktywności, sekundy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Add Curves…</source>
            <translation>Dodaj krzywe…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Averages the loss over about 1 ÷ (1 − smoothing) steps: 0.90 is ten steps, 0.99 is
a hundred. The raw values stay behind it, faint.</source>
            <translation>Uśrednia stratę z około 1 ÷ (1 − wygładzanie) kroków: 0,90 to dziesięć kroków, 0,99
to sto. Surowe wartości pozostają blado w tle.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Draws the losses on a logarithmic axis: small losses are told apart better.
A loss of zero has no place there and leaves a gap.</source>
            <translation>Rysuje straty na osi logarytmicznej: małe straty łatwiej odróżnić.
Strata równa zeru nie ma na niej miejsca i zostawia przerwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Epoch</source>
            <translation>Epoka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Fit View</source>
            <translation>Dopasuj widok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Lays another program's curves over those shown: a Keras CSVLogger table, a history's JSON
or TensorBoard's event files. They can be dropped here too.</source>
            <translation>Kładzie krzywe innego programu na pokazanych: tabelę Keras CSVLogger, JSON historii
albo pliki zdarzeń TensorBoard. Można je też tu upuścić.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Log Scale</source>
            <translation>Skala log</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Seconds</source>
            <translation>Sekundy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Shows everything and follows new values again.
In a plot: wheel magnifies along x, Ctrl+wheel along y, a drag moves, a double click fits.</source>
            <translation>Pokazuje wszystko i znów podąża za nowymi wartościami.
Na wykresie: kółko powiększa wzdłuż x, Ctrl+kółko wzdłuż y, przeciąganie przesuwa, podwójne kliknięcie dopasowuje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Smoothing</source>
            <translation>Wygładzanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>What runs along the x-axis.
Step compares mini-batches, Epoch compares passes over the data,
Seconds compares the time each net has really taken.</source>
            <translation>Co biegnie wzdłuż osi x.
Krok porównuje miniporcje, Epoka przejścia przez dane,
Sekundy porównują czas, którego każda sieć naprawdę potrzebowała.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>X-axis</source>
            <translation>Oś x</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/looks.py" />
            <source>NaN</source>
            <translation>NaN</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Copy Picture and Data</source>
            <translation>Kopiuj obraz i dane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Curves</source>
            <translation>Krzywe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Learning curves</source>
            <translation>Krzywe uczenia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>No curves yet.
Press Train (Space) and watch the losses fall here, layer by layer, with backprop beside them.</source>
            <translation>Nie ma jeszcze krzywych.
Naciśnij Ucz (Spacja) i patrz, jak straty tu spadają, warstwa po warstwie, obok propagacji wstecznej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>No curves: this net cannot be trained here.
{why}{why_2}.</source>
            <translation>Brak krzywych: tej sieci nie można tu uczyć.
{why}{why_2}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Position of the crosshair</source>
            <translation>Położenie celownika</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Step {axis}  ·  epoch {axis_2}  ·  {axis_3} s</source>
            <translation>Krok {axis}  ·  epoka {axis_2}  ·  {axis_3} s</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>The run shown</source>
            <translation>Pokazywany przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Waiting for the first mini-batch…</source>
            <translation>Czekanie na pierwszą miniporcję…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Where the crosshair is. The legends show each curve's value there, smoothed if smoothing is on.</source>
            <translation>Gdzie jest celownik. Legendy pokazują wartość każdej krzywej w tym miejscu, wygładzoną, jeśli wygładzanie jest włączone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>{name} (shown)</source>
            <translation>{name} (pokazywany)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>Step (mini-batches)</source>
            <translation>Krok (miniporcje)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>Training time (s)</source>
            <translation>Czas uczenia (s)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>{entry_title} plot</source>
            <translation>Wykres: {entry_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Runs of one experiment that differ in nothing but the seed are one line, their mean,
in a band of one standard deviation (n − 1) on either side.</source>
            <translation>Przebiegi jednego eksperymentu, różniące się tylko ziarnem, to jedna linia, ich średnia,
w paśmie jednego odchylenia standardowego (n − 1) w obie strony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Runs whose curves lie over each other</source>
            <translation>Przebiegi, których krzywe leżą na sobie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Seeds as Band</source>
            <translation>Ziarna jako pasmo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Take Its Curves Away</source>
            <translation>Zabierz jego krzywe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> (samples of {counts})</source>
            <translation> (próby: {counts})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> of {either}{count} {dataset} image{value}</source>
            <translation> z {either}obrazów: {count} ({dataset})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> · highest {value_text}</source>
            <translation> · najwyżej {value_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> · lowest {value_text}</source>
            <translation> · najniżej {value_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> · {series} values</source>
            <translation> · wartości: {series}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>, {samples} of them{sample_text}</source>
            <translation>, z nich {samples}{sample_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>Step {step}  ·  epoch {epoch}  ·  {seconds} s</source>
            <translation>Krok {step}  ·  epoka {epoch}  ·  {seconds} s</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>a sample of </source>
            <translation>próby </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>last {last}, best {best}</source>
            <translation>ostatnio {last}, najlepiej {best}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>last {last}, min {least}</source>
            <translation>ostatnio {last}, najmniej {least}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>of samples of {samples} {dataset} images</source>
            <translation>z prób {samples} obrazów ({dataset})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>of {whole} {dataset} image{value}</source>
            <translation>z obrazów: {whole} ({dataset})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>smoothed {smoothing}, raw values faint</source>
            <translation>wygładzone {smoothing}, surowe wartości blado</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{curve} (has no places along this axis)</source>
            <translation>{curve} (nie ma miejsc na tej osi)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{key_label}
Last {last}{say_images}</source>
            <translation>{key_label}
Ostatnio {last}{say_images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{of_name} {noun} became {bad}</source>
            <translation>{noun} ({of_name}): {bad}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{said}, at last of all {whole}</source>
            <translation>{said}, na końcu z wszystkich {whole}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/class_histogram.py" />
            <source>Images per class</source>
            <translation>Obrazy na klasę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/class_histogram.py" />
            <source>No images yet.</source>
            <translation>Nie ma jeszcze obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>
The images are changed as in training: {changes_text}.</source>
            <translation>
Obrazy są zmieniane jak przy uczeniu: {changes_text}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>moved by up to {shift} px</source>
            <translation>przesunięte o najwyżej {shift} px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>turned by up to {rotation}°</source>
            <translation>obrócone o najwyżej {rotation}°</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>up to {zoom} % larger or smaller</source>
            <translation>większe lub mniejsze o najwyżej {zoom} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>{dropped_pixels} % of the pixels dropped</source>
            <translation>{dropped_pixels} % pikseli pominięte</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>Arrows, Home, End, PgUp, PgDn</source>
            <translation>Strzałki, Home, End, PgUp, PgDn</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>In a grid of images: go to another one.</source>
            <translation>W siatce obrazów: przejdź do innego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>In a grid of images: show this one on the drawing pad.</source>
            <translation>W siatce obrazów: pokaż ten na tabliczce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>No images.</source>
            <translation>Brak obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>{count} images</source>
            <translation>obrazy: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>{spoken}; {current} of {count}</source>
            <translation>{spoken}; {current} z {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>&lt;b&gt;{escape}&lt;/b&gt; · {height}×{width} pixels · {num_classes} classes&lt;br&gt;{train} training, {validation} validation, {test} test images</source>
            <translation>&lt;b&gt;{escape}&lt;/b&gt; · {height}×{width} pikseli · klasy: {num_classes}&lt;br&gt;obrazy: uczące {train}, walidacyjne {validation}, testowe {test}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>All classes</source>
            <translation>Wszystkie klasy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Class shown</source>
            <translation>Pokazana klasa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Double-click an image, or press Enter, to draw on with it.</source>
            <translation>Kliknij obraz dwukrotnie albo naciśnij Enter, aby na nim rysować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Loading the images…</source>
            <translation>Wczytywanie obrazów…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Only backprop is trained: it needs no negative data.</source>
            <translation>Uczona jest tylko propagacja wsteczna: nie potrzebuje danych negatywnych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Positive and Negative</source>
            <translation>Pozytywne i negatywne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Positive and negative pairs</source>
            <translation>Pary pozytywne i negatywne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Set shown</source>
            <translation>Pokazany zbiór</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Show one class only.</source>
            <translation>Pokaż tylko jedną klasę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Show other images.</source>
            <translation>Pokaż inne obrazy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Shuffle</source>
            <translation>Przetasuj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>The nets shown know no class of that name.</source>
            <translation>Pokazane sieci nie znają klasy o tej nazwie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>The pairs cannot be shown</source>
            <translation>Nie można pokazać par</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Training images are changed anew in every epoch: each is followed by a copy as an epoch may show it ({changes_text}).</source>
            <translation>Obrazy uczące są zmieniane na nowo w każdej epoce: za każdym stoi kopia, jaką epoka może pokazać ({changes_text}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Which images are shown.</source>
            <translation>Które obrazy są pokazane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>changed</source>
            <translation>zmieniony</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>{name}, image {i} of the {currentText} set</source>
            <translation>{name}, obraz {i} ze zbioru: {currentText}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>{name}, the same image as an epoch may show it</source>
            <translation>{name}, ten sam obraz, jaki może pokazać epoka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>{why} These images are not for the net that is shown.</source>
            <translation>{why} Te obrazy nie są dla pokazanej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Exchange rows and columns, as EMNIST's files need. Kept in the experiment; undo takes it back.</source>
            <translation>Zamień wiersze z kolumnami, jak tego wymagają pliki EMNIST. Zapisane w eksperymencie; można cofnąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>How values are read</source>
            <translation>Jak czytane są wartości</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Transposed Pictures</source>
            <translation>Obrazy transponowane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Value Range</source>
            <translation>Zakres wartości</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Values read as</source>
            <translation>Wartości czytane jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>What is odd about these images</source>
            <translation>Co jest dziwne w tych obrazach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>What was assumed</source>
            <translation>Co założono</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Which values are black and white. Kept in the experiment; undo takes it back.</source>
            <translation>Które wartości są czarne, a które białe. Zapisane w eksperymencie; można cofnąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>The net's input</source>
            <translation>Wejście sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>What it gives back</source>
            <translation>Co oddaje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>What the {role} puts out{few}</source>
            <translation>Co daje {role}{few}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>first {values} of {total}</source>
            <translation>pierwsze {values} z {total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>{share} of the variance given back, mean squared error {wrong}</source>
            <translation>oddano {share} wariancji, średni błąd kwadratowy {wrong}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source> (no vote)</source>
            <translation> (bez głosu)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>BP probability</source>
            <translation>Prawdopodobieństwo BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>FF goodness</source>
            <translation>Dobroć FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>FF logits</source>
            <translation>Logity FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>FF read-out</source>
            <translation>Odczyt FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Layer 00</source>
            <translation>Warstwa 00</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Layer 00 (no vote)</source>
            <translation>Warstwa 00 (bez głosu)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Read-out</source>
            <translation>Odczyt</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>{head}, relative</source>
            <translation>{head}, względnie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>BP mistakes</source>
            <translation>Pomyłki BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>FF mistakes</source>
            <translation>Pomyłki FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Images to choose from</source>
            <translation>Obrazy do wyboru</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Load Test Image</source>
            <translation>Wczytaj obraz testowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Looking for mistakes…</source>
            <translation>Szukanie pomyłek…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Misclassified by</source>
            <translation>Błędnie przez</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Next Misclassified</source>
            <translation>Następna pomyłka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>None of these images is misclassified.</source>
            <translation>Żaden z tych obrazów nie jest błędnie zaklasyfikowany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Previous Misclassified</source>
            <translation>Poprzednia pomyłka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Random</source>
            <translation>Losowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Show an image of the chosen set, picked at random.</source>
            <translation>Pokaż losowy obraz wybranego zbioru.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Show the image with this number, counted from 0.</source>
            <translation>Pokaż obraz o tym numerze, licząc od 0.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>There are no {which} images.</source>
            <translation>Nie ma obrazów: {which}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>There is no data set to choose images from.</source>
            <translation>Nie ma zbioru danych, z którego można wybrać obrazy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>There is no such net.</source>
            <translation>Nie ma takiej sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Which images of the data set to show.</source>
            <translation>Które obrazy zbioru danych pokazać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Whose mistakes to step through.</source>
            <translation>Czyje pomyłki przeglądać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>{data_title} has images of another size than the network was trained on.</source>
            <translation>{data_title} ma obrazy innego rozmiaru niż te, na których uczono sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>{spoken} image of the chosen set.</source>
            <translation>{spoken} obraz wybranego zbioru.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/mistakes.py" />
            <source>all </source>
            <translation>wszystkich </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/mistakes.py" />
            <source>{wrong} wrong among {all_of}{total} looked at</source>
            <translation>błędnych {wrong} z {all_of}{total} obejrzanych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/net_picture.py" />
            <source>
Forward-Forward writes the label it tries into the framed pixels.</source>
            <translation>
Forward-Forward wpisuje wypróbowaną etykietę w obramowane piksele.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/net_picture.py" />
            <source>What the network sees</source>
            <translation>Co widzi sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/net_picture.py" />
            <source>What the network sees: scaled and centred as MNIST's pictures are.</source>
            <translation>Co widzi sieć: przeskalowane i wyśrodkowane jak obrazy MNIST.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>C, Esc</source>
            <translation>C, Esc</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Ctrl+Z, Ctrl+Shift+Z</source>
            <translation>Ctrl+Z, Ctrl+Shift+Z</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Draw a digit here</source>
            <translation>Narysuj tu cyfrę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Draw with the left button, erase with the right.
Ctrl+Z undoes a stroke, C or Esc clears, E switches the eraser.</source>
            <translation>Rysuj lewym przyciskiem, wymazuj prawym.
Ctrl+Z cofa kreskę, C lub Esc czyści, E przełącza gumkę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Drawing pad</source>
            <translation>Tabliczka do rysowania</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>On the pad: clear it.</source>
            <translation>Na tabliczce: wyczyść.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>On the pad: switch between pen and eraser.</source>
            <translation>Na tabliczce: przełącz pióro i gumkę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>On the pad: take the last stroke back, or do it again.</source>
            <translation>Na tabliczce: cofnij ostatnią kreskę lub ją przywróć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>{count} stroke{s}</source>
            <translation>kreski: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Count each layer's goodness from its lowest label, so that differences show:
all labels have much the same goodness. The order does not change.</source>
            <translation>Licz dobroć każdej warstwy od jej najniższej etykiety, tak by widać było różnice:
wszystkie etykiety mają podobną dobroć. Kolejność się nie zmienia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw</source>
            <translation>Rysowanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw here; train or open a net to score it</source>
            <translation>Rysuj tutaj; naucz lub otwórz sieć, aby ocenić</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw something: every label's scores appear here.</source>
            <translation>Narysuj coś: wyniki każdej etykiety pojawią się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw something: what the autoencoder gives back appears here.</source>
            <translation>Narysuj coś: to, co odda autoenkoder, pojawi się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw something: what the net puts out appears here.</source>
            <translation>Narysuj coś: wyjście sieci pojawi się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Guides</source>
            <translation>Linie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>No net yet. Press Train (Space) or open a model: every label's scores appear here.</source>
            <translation>Nie ma jeszcze sieci. Naciśnij Ucz (Spacja) lub otwórz model: wyniki każdej etykiety pojawią się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Relative</source>
            <translation>Względnie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Relative goodness</source>
            <translation>Dobroć względna</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Show a 28×28 grid and MNIST's 20-pixel box on the pad.</source>
            <translation>Pokaż na tabliczce siatkę 28×28 i 20-pikselową ramkę MNIST.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Some of this net's scores are negative: bars begin at each layer's lowest label.</source>
            <translation>Niektóre wyniki tej sieci są ujemne: słupki zaczynają się od najniższej etykiety każdej warstwy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>The picture could not be scored</source>
            <translation>Nie udało się ocenić obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Dark on light</source>
            <translation>Ciemne na jasnym</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Dark on light: as learnt</source>
            <translation>Ciemne na jasnym: jak przy uczeniu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Ink and paper</source>
            <translation>Tusz i papier</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Light on dark</source>
            <translation>Jasne na ciemnym</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Light on dark: as learnt</source>
            <translation>Jasne na ciemnym: jak przy uczeniu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Light on dark: assumed</source>
            <translation>Jasne na ciemnym: przyjęto</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Nothing says which pictures these nets have learnt from: light ink on dark paper is assumed. Choose the other where they answer nonsense.</source>
            <translation>Nic nie mówi, z jakich obrazów uczyły się te sieci: przyjęto jasny tusz na ciemnym papierze. Wybierz drugie, jeśli odpowiadają bez sensu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>The nets have learnt from {pictures}. What is drawn is handed to them in the same way.</source>
            <translation>Sieci uczyły się z takich obrazów: {pictures}. To, co narysowane, jest im podawane tak samo.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copied the drawing.</source>
            <translation>Skopiowano rysunek.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copied the network's picture.</source>
            <translation>Skopiowano obraz sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copy the Drawing</source>
            <translation>Kopiuj rysunek</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copy the Network's Picture</source>
            <translation>Kopiuj obraz sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>PNG (*.png)</source>
            <translation>PNG (*.png)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save Picture</source>
            <translation>Zapisz obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save or copy the picture as PNG.</source>
            <translation>Zapisz lub skopiuj obraz jako PNG.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Drawing</source>
            <translation>Zapisz rysunek</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Drawing…</source>
            <translation>Zapisz rysunek…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Network's Picture</source>
            <translation>Zapisz obraz sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Network's Picture…</source>
            <translation>Zapisz obraz sieci…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Saved {path}</source>
            <translation>Zapisano {path}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>The picture was not saved</source>
            <translation>Obraz nie został zapisany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>{path} cannot be written ({error_words}). Choose another place.</source>
            <translation>Nie można zapisać {path} ({error_words}). Wybierz inne miejsce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>Left: goodness of each label, stacked by layer, its sum at the end. Beside it the probabilities of Forward-Forward's linear read-out, if it has one, and of the backprop twin.
An unsupervised net has no goodness per label: its bars are each layer's share of the read-out's logits.
The winner's numbers are bold. Hollow parts belong to a layer that has no vote.
“Relative” counts from each layer's lowest label; the numbers stay the full sums.</source>
            <translation>Po lewej: dobroć każdej etykiety, ułożona warstwami, na końcu suma. Obok prawdopodobieństwa liniowego odczytu Forward-Forward, jeśli jest, i bliźniaczej sieci z propagacją wsteczną.
Sieć bez nadzoru nie ma dobroci etykiet: jej słupki to udział każdej warstwy w logitach odczytu.
Liczby zwycięzcy są pogrubione. Puste części należą do warstwy bez głosu.
„Względnie” liczy od najniższej etykiety każdej warstwy; liczby pozostają pełnymi sumami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>Scores per label</source>
            <translation>Wyniki etykiet</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>The net has diverged: its weights are no longer numbers.</source>
            <translation>Sieć się rozbiegła: jej wagi nie są już liczbami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>read-out probability</source>
            <translation>prawdopodobieństwo odczytu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>{what} layer {i}</source>
            <translation>{what}, warstwa {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source> (not sure)</source>
            <translation> (niepewne)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>ahead of {other} by {lead} goodness</source>
            <translation>przed {other} o {lead} dobroci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>no prediction: the weights are not numbers</source>
            <translation>brak predykcji: wagi nie są liczbami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>nothing to predict</source>
            <translation>nic do przewidzenia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>probability {p}</source>
            <translation>prawdopodobieństwo {p}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>what the {role} puts out</source>
            <translation>co daje {role}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>{why_no_pictures} There is nothing to draw for it.</source>
            <translation>{why_no_pictures} Nie ma co dla niej rysować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Clear the pad (C or Esc); undo brings it back.</source>
            <translation>Wyczyść tabliczkę (C lub Esc); cofnięcie ją przywraca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Draw with the left mouse button.</source>
            <translation>Rysuj lewym przyciskiem myszy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Erase (E, or the right mouse button).</source>
            <translation>Wymazuj (E albo prawy przycisk myszy).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Eraser</source>
            <translation>Gumka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Pen</source>
            <translation>Pióro</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Pen size</source>
            <translation>Grubość pióra</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Pen thickness in pixels of the network's picture, 1 to 6.
MNIST's pens measure about 2.5; much thinner or thicker ones are misread.</source>
            <translation>Grubość pióra w pikselach obrazu sieci, od 1 do 6.
Pióra MNIST mają około 2,5; dużo cieńsze lub grubsze są źle czytane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Redo Stroke</source>
            <translation>Przywróć kreskę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Redo the stroke (Ctrl+Shift+Z).</source>
            <translation>Przywróć kreskę (Ctrl+Shift+Z).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Undo Stroke</source>
            <translation>Cofnij kreskę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Undo the last stroke (Ctrl+Z).</source>
            <translation>Cofnij ostatnią kreskę (Ctrl+Z).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>{PEN_PX} px</source>
            <translation>{PEN_PX} px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>{tenths} px</source>
            <translation>{tenths} px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>Backprop's label</source>
            <translation>Etykieta propagacji wstecznej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>Forward-Forward's label</source>
            <translation>Etykieta Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>The linear read-out's label</source>
            <translation>Etykieta liniowego odczytu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>true label {escape}</source>
            <translation>prawdziwa etykieta {escape}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>{head} not sure, perhaps &lt;b&gt;{label}&lt;/b&gt;{mark}{more}</source>
            <translation>{head} niepewne, może &lt;b&gt;{label}&lt;/b&gt;{mark}{more}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>Colour scale of the weights</source>
            <translation>Skala barw wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>from minus to plus the largest weight of each unit</source>
            <translation>od minus do plus największej wagi każdej jednostki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>from {limit} to {limit_2}</source>
            <translation>od {limit} do {limit_2}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>−largest of its unit</source>
            <translation>−największa w jednostce</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Channel below</source>
            <translation>Kanał poniżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Channel mean</source>
            <translation>Średnia kanałów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Channel {i}</source>
            <translation>Kanał {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Each tile by its own largest weight, so that faint ones show too.</source>
            <translation>Każdy kafelek według swojej największej wagi, tak by widać było i słabe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Feature maps</source>
            <translation>Mapy cech</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>How the units are ordered.</source>
            <translation>Jak uporządkowane są jednostki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Own scale</source>
            <translation>Własna skala</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Own scale per tile</source>
            <translation>Własna skala każdego kafelka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Picture</source>
            <translation>Obraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Size of a weight on screen (Ctrl+wheel).</source>
            <translation>Rozmiar wagi na ekranie (Ctrl+kółko).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Test image </source>
            <translation>Obraz testowy </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>The kernels of a convolution, or what its channels answer to a picture.</source>
            <translation>Jądra splotu albo to, co jego kanały odpowiadają na obraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Weights</source>
            <translation>Wagi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>What is shown</source>
            <translation>Co jest pokazane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Which channel of the layer below the kernels shown look at, or the mean of all.</source>
            <translation>Na który kanał warstwy poniżej patrzą pokazane jądra, albo średnia wszystkich.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Which layer's weights are shown.</source>
            <translation>Wagi której warstwy są pokazane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Whose feature maps are shown: the picture on the drawing pad, or a test image by its number.</source>
            <translation>Czyje mapy cech są pokazane: obrazu na tabliczce czy obrazu testowego o danym numerze.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Whose weights are shown.</source>
            <translation>Czyje wagi są pokazane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>from half a pixel to six pixels per weight</source>
            <translation>od pół piksela do sześciu pikseli na wagę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>Label selectivity</source>
            <translation>Wybiórczość etykiet</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>Norm, largest first</source>
            <translation>Norma, od największej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>Number</source>
            <translation>Numer</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>channel {channel} below at ({place}, {place_2})</source>
            <translation>kanał {channel} poniżej w ({place}, {place_2})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>dead: it answers to none of the images tried</source>
            <translation>martwa: nie odpowiada na żaden z wypróbowanych obrazów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>largest {self_value} {max}</source>
            <translation>największa {self_value} {max}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>mean weight</source>
            <translation>średnia waga</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>norm {norms}, bias {bias}</source>
            <translation>norma {norms}, bias {bias}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>of pixel</source>
            <translation>piksela</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>one row per place and channel below</source>
            <translation>wiersz na miejsce i kanał poniżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>one row per unit below</source>
            <translation>wiersz na jednostkę poniżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>this pixel carries the label {label_name}</source>
            <translation>ten piksel niesie etykietę {label_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>unit {row} above</source>
            <translation>jednostka {row} powyżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>unit {row} below</source>
            <translation>jednostka {row} poniżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>weight from {input_name}: {kernel}</source>
            <translation>waga z {input_name}: {kernel}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>{below}, then per unit above</source>
            <translation>{below}, potem na jednostkę powyżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>{of} of the label {class_names}: {weight}</source>
            <translation>{of} etykiety {class_names}: {weight}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source> (mean over the {below} channels below)</source>
            <translation> (średnia kanałów poniżej: {below})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source> with label {class_names}</source>
            <translation> z etykietą {class_names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source>, from channel {channel} below</source>
            <translation>, z kanału {channel} poniżej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source>{seen_title}, feature maps</source>
            <translation>{seen_title}, mapy cech</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>, {sum} dead</source>
            <translation>, martwe: {sum}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; each square below is the mean weight of a label's plane</source>
            <translation>; każdy kwadrat poniżej to średnia waga płaszczyzny etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; each square below is the weight of a label</source>
            <translation>; każdy kwadrat poniżej to waga etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; the marked row of pixels carries the label</source>
            <translation>; zaznaczony wiersz pikseli niesie etykietę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; the weights from the layer above are not shown</source>
            <translation>; wagi z warstwy powyżej nie są pokazane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>The drawing pad is empty: draw something there, or choose a test image above.</source>
            <translation>Tabliczka jest pusta: narysuj coś na niej albo wybierz powyżej obraz testowy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>The weights could not be shown</source>
            <translation>Nie udało się pokazać wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>Train a net or open one, and its weights appear here.</source>
            <translation>Naucz lub otwórz sieć, a jej wagi pojawią się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>test image {number}</source>
            <translation>obraz testowy {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>the picture on the drawing pad</source>
            <translation>obraz na tabliczce</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>{data_title} has images of another size than the net was trained on.</source>
            <translation>{data_title} ma obrazy innego rozmiaru niż te, na których uczono sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>{filters_title}: {counted} of {size}, of {of}</source>
            <translation>{filters_title}: {counted} o rozmiarze {size}, z {of}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>{why_no_pictures} So there are no feature maps of a picture.</source>
            <translation>{why_no_pictures} Nie ma więc map cech obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>Filters</source>
            <translation>Filtry</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>No weights yet.</source>
            <translation>Nie ma jeszcze wag.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>On the sheet of filters: choose a unit to look at closely.</source>
            <translation>Na arkuszu filtrów: wybierz jednostkę, aby obejrzeć ją z bliska.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>Weights of the layer</source>
            <translation>Wagi warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>each tile by its own largest weight</source>
            <translation>każdy kafelek według swojej największej wagi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>one column per unit</source>
            <translation>kolumna na jednostkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>{filters_title}, colours span {scale}</source>
            <translation>{filters_title}, barwy obejmują {scale}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>
largest weight ±{largest}</source>
            <translation>
największa waga ±{largest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>Click a unit for a closer look.</source>
            <translation>Kliknij jednostkę, aby obejrzeć ją z bliska.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>Click a {unit} for a closer look.</source>
            <translation>Kliknij, aby obejrzeć z bliska: {unit}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>One column per unit, {rows_text}. Click a column to name it.</source>
            <translation>Kolumna na jednostkę, {rows_text}. Kliknij kolumnę, aby ją nazwać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Ask for {name}</source>
            <translation>Poproś o {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Ask the net for {name}.</source>
            <translation>Poproś sieć o {name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Labels to ask for</source>
            <translation>Etykiety, o które można prosić</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Number {number} of the code</source>
            <translation>Liczba {number} kodu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Number {number} of the code: three standard deviations to either side of its mean.</source>
            <translation>Liczba {number} kodu: trzy odchylenia standardowe w obie strony od średniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Draw Anew</source>
            <translation>Losuj na nowo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Draw anew</source>
            <translation>Losuj na nowo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Generate</source>
            <translation>Tworzenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Made pictures</source>
            <translation>Utworzone obrazy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>No picture could be made</source>
            <translation>Nie udało się utworzyć obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Open a generator, a decoder, an autoencoder or a net that compares two pictures: what it makes appears here.</source>
            <translation>Otwórz generator, dekoder, autoenkoder albo sieć porównującą dwa obrazy: tu pojawi się to, co tworzy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Other noise, or other test images.</source>
            <translation>Inny szum albo inne obrazy testowe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Test image</source>
            <translation>Obraz testowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>The first {shown} of {count} numbers; the others come with “Draw Anew” or from a picture that is clicked.</source>
            <translation>Pierwsze {shown} z {count} liczb; pozostałe przychodzą z „Losuj na nowo” albo z klikniętego obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>The picture of these numbers</source>
            <translation>Obraz tych liczb</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>The test image that a walk ends at.</source>
            <translation>Obraz testowy, na którym kończy się przejście.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This autoencoder makes a picture from a code of {count} numbers.</source>
            <translation>Ten autoenkoder tworzy obraz z kodu o liczbach: {count}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This net compares two pictures: the drawing with each of the test images.</source>
            <translation>Ta sieć porównuje dwa obrazy: rysunek z każdym z obrazów testowych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This net makes a picture from {count} numbers and one of {labels} labels.</source>
            <translation>Ta sieć tworzy obraz z liczb ({count}) i jednej z etykiet ({labels}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This net makes a picture from {count} numbers.</source>
            <translation>Ta sieć tworzy obraz z liczb ({count}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>What is made</source>
            <translation>Co jest tworzone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Which sheet of pictures the net makes.</source>
            <translation>Który arkusz obrazów tworzy sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>test image </source>
            <translation>obraz testowy </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/sheet_view.py" />
            <source>Arrows, Home, End</source>
            <translation>Strzałki, Home, End</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/sheet_view.py" />
            <source>On a sheet of made pictures: take the code of another picture.</source>
            <translation>Na arkuszu utworzonych obrazów: weź kod innego obrazu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>A row for each label; every column is made from the same noise.</source>
            <translation>Wiersz na etykietę; każda kolumna powstaje z tego samego szumu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Above what goes in, below what the net gives back through a code of {count} numbers; mean squared error {wrong} of a range of 1.</source>
            <translation>U góry to, co wchodzi, na dole to, co sieć oddaje przez kod o liczbach: {count}; średni błąd kwadratowy {wrong} przy zakresie 1.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Distances</source>
            <translation>Odległości</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Draw something on the pad, or load a data set of this size of picture.</source>
            <translation>Narysuj coś na tabliczce albo wczytaj zbiór danych o tym rozmiarze obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Each row goes from one code on a straight line to the next; the first begins where the sliders stand.</source>
            <translation>Każdy wiersz idzie po linii prostej od jednego kodu do następnego; pierwszy zaczyna się tam, gdzie stoją suwaki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>From the code of {called} on a straight line to that of test image {number}.</source>
            <translation>Od kodu: {called}, po linii prostej do kodu obrazu testowego {number}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Plane of Two Numbers</source>
            <translation>Płaszczyzna dwóch liczb</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Plane of two numbers</source>
            <translation>Płaszczyzna dwóch liczb</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Reconstructions</source>
            <translation>Rekonstrukcje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Samples</source>
            <translation>Próbki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Samples per Label</source>
            <translation>Próbki dla każdej etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Samples per label</source>
            <translation>Próbki dla każdej etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>The first number of the code grows to the right, the second upwards, each by two standard deviations about its mean.</source>
            <translation>Pierwsza liczba kodu rośnie w prawo, druga w górę, każda o dwa odchylenia standardowe wokół średniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>The first number of the code grows to the right, the second upwards, each by two standard deviations about its mean; the others stand as the sliders do.</source>
            <translation>Pierwsza liczba kodu rośnie w prawo, druga w górę, każda o dwa odchylenia standardowe wokół średniej; pozostałe są takie, jak suwaki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Walk between Two</source>
            <translation>Przejście między dwoma</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Walk between two codes</source>
            <translation>Przejście między dwoma kodami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>What the net says of {called} and each of these test images. Whether a small number means alike or unlike depends on how it was trained.</source>
            <translation>Co sieć mówi o parze: {called} i każdy z tych obrazów testowych. Czy mała liczba znaczy podobne, czy niepodobne, zależy od tego, jak była uczona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>code {numbers}</source>
            <translation>kod {numbers}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>in</source>
            <translation>wejście</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>label {label}, {words}</source>
            <translation>etykieta {label}, {words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>out</source>
            <translation>wyjście</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>the test image after it</source>
            <translation>następny obraz testowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>{caption}: squared error {wrong}</source>
            <translation>{caption}: błąd kwadratowy {wrong}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>{count} codes drawn at random, and what the net makes of them when asked for {label}.</source>
            <translation>Kody wylosowane ({count}) i to, co sieć z nich tworzy, poproszona o {label}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>{count} codes drawn at random, and what the net makes of them.</source>
            <translation>Kody wylosowane ({count}) i to, co sieć z nich tworzy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Each layer's own accuracy over time</source>
            <translation>Własna dokładność każdej warstwy w czasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Gap between labels per layer</source>
            <translation>Odstęp między etykietami w warstwach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Goodness per layer</source>
            <translation>Dobroć warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Goodness pulling apart over epochs</source>
            <translation>Dobroć rozdziela się z epokami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Separation over time</source>
            <translation>Rozdzielenie w czasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>AUC: how often a positive has more goodness than a negative (0.5 is chance).
d′: distance of the means in standard deviations. Overlap: shared area of the histograms.
{winner} wins: {wins}</source>
            <translation>AUC: jak często pozytywny ma więcej dobroci niż negatywny (0,5 to przypadek).
d′: odległość średnich w odchyleniach standardowych. Nakładanie: wspólne pole histogramów.
{winner} wygrywa: {wins}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Goodness histograms</source>
            <translation>Histogramy dobroci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Layer {k}: {gap_text}, {median_text}
</source>
            <translation>Warstwa {k}: {gap_text}, {median_text}
</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Layer {k}{either}{about}
</source>
            <translation>Warstwa {k}{either}{about}
</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Of each image: the goodness of its true label less that of the best wrong one.
Above 0 this layer alone names the right label, so the share above 0 is the layer's own accuracy.</source>
            <translation>Dla każdego obrazu: dobroć jego prawdziwej etykiety minus dobroć najlepszej błędnej.
Powyżej 0 sama ta warstwa podaje właściwą etykietę, więc udział powyżej 0 to jej własna dokładność.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Positive: mean {mean} ± {std}
Negative: mean {mean_2} ± {std_2}
</source>
            <translation>Pozytywne: średnia {mean} ± {std}
Negatywne: średnia {mean_2} ± {std_2}
</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>layer {k}: {gap_text}</source>
            <translation>warstwa {k}: {gap_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/layer_painter.py" />
            <source>: its own accuracy</source>
            <translation>: własna dokładność</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/layer_painter.py" />
            <source>Gap above 0: the true label is ahead</source>
            <translation>Odstęp powyżej 0: prawdziwa etykieta prowadzi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/layer_painter.py" />
            <source>Gap below 0: another label is ahead</source>
            <translation>Odstęp poniżej 0: prowadzi inna etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>, {saturated} saturated</source>
            <translation>, nasycone: {saturated}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>AUC {auc}   d′ {d_text}   overlap {overlap} %</source>
            <translation>AUC {auc}   d′ {d_text}   nakładanie {overlap} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Above 0 (%)</source>
            <translation>Powyżej 0 (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Goodness ({goodness_unit})</source>
            <translation>Dobroć ({goodness_unit})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Images (%)</source>
            <translation>Obrazy (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Layer {k}: {aim}</source>
            <translation>Warstwa {k}: {aim}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Units on {count} images: {layers}.</source>
            <translation>Jednostki na obrazach ({count}): {layers}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>layer {k}: {dead} of {units} dead</source>
            <translation>warstwa {k}: martwe {dead} z {units}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>mean square</source>
            <translation>średnia kwadratów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>median {sign}{median}</source>
            <translation>mediana {sign}{median}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>not a number: the layer has diverged</source>
            <translation>to nie liczba: warstwa się rozbiegła</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>positive above θ {above} %   negative below {below} %</source>
            <translation>pozytywne powyżej θ {above} %   negatywne poniżej {below} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>sum of squares</source>
            <translation>suma kwadratów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>tried: {at}</source>
            <translation>próba: {at}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>{above} % of {gaps} {which} images above 0</source>
            <translation>{above} % z {gaps} obrazów ({which}) powyżej 0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>{text}, off to the {either}</source>
            <translation>{text}, poza wykresem ({either})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>{winner} wins {wins} %</source>
            <translation>{winner} wygrywa w {wins} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>θ not used: pair loss</source>
            <translation>θ nieużywany: strata par</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>, each {about}</source>
            <translation>, każdy {about}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Back at an earlier moment nothing is changed: go back to now first.</source>
            <translation>Z powrotem we wcześniejszej chwili nic się nie zmienia: najpierw wróć do teraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Both</source>
            <translation>Oba</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gap of Each Image</source>
            <translation>Odstęp każdego obrazu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gap of Each Image: goodness of the true label less that of the best wrong one; what pair losses learn.
Positive and Negative: all images with a right against all with a wrong label; what losses with a threshold learn.
What the Loss Parts: of each layer the view that its local loss works on.
Ridge Over Epochs: positive and negative data, epoch above epoch.</source>
            <translation>Odstęp każdego obrazu: dobroć prawdziwej etykiety minus dobroć najlepszej błędnej; tego uczą się straty par.
Pozytywne i negatywne: wszystkie obrazy z właściwą wobec wszystkich z błędną etykietą; tego uczą się straty z progiem.
Co rozdziela strata: dla każdej warstwy widok, na którym działa jej lokalna strata.
Grzbiety po epokach: dane pozytywne i negatywne, epoka nad epoką.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gap: the true label's goodness less that of the best wrong one.</source>
            <translation>Odstęp: dobroć prawdziwej etykiety minus dobroć najlepszej błędnej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gives all layers the same x-axis, so that their goodness can be compared.
Otherwise each layer's axis shows its own values as large as possible.</source>
            <translation>Daje wszystkim warstwom tę samą oś x, tak że można porównać ich dobroć.
Inaczej oś każdej warstwy pokazuje jej wartości możliwie duże.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Histograms of all layers</source>
            <translation>Histogramy wszystkich warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Loading the data…</source>
            <translation>Wczytywanie danych…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>No net yet.
Press Train (Space): each layer's goodness appears here, positive against negative data.</source>
            <translation>Nie ma jeszcze sieci.
Naciśnij Ucz (Spacja): pojawi się tu dobroć każdej warstwy, dane pozytywne wobec negatywnych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Ridge Over Epochs</source>
            <translation>Grzbiety po epokach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Same Range for All Layers</source>
            <translation>Ten sam zakres dla wszystkich warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>The builder's experiment has other layers than the net that is shown.</source>
            <translation>Eksperyment w budowniczym ma inne warstwy niż pokazana sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>The goodness could not be measured: {message}</source>
            <translation>Nie udało się zmierzyć dobroci: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>The net was trained on {height}×{width} images in {num_classes} classes; {data_title} has {image_shape}×{image_shape_2} images in {num_classes_2}.
Choose the data set it was trained on, or train again.</source>
            <translation>Sieć uczono na obrazach {height}×{width}, klasy: {num_classes}; {data_title} ma obrazy {image_shape}×{image_shape_2}, klasy: {num_classes_2}.
Wybierz zbiór danych, na którym ją uczono, albo naucz ją ponownie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>There are no images to measure. {message}</source>
            <translation>Nie ma obrazów do zmierzenia. {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>This model has no Forward-Forward net, so there is no goodness to show.
Train with Forward-Forward switched on.</source>
            <translation>Ten model nie ma sieci Forward-Forward, więc nie ma dobroci do pokazania.
Ucz z włączonym Forward-Forward.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Threshold of layer {k}</source>
            <translation>Próg warstwy {k}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>What is shown of each layer</source>
            <translation>Co jest pokazane z każdej warstwy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>What the Loss Parts</source>
            <translation>Co rozdziela strata</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>both</source>
            <translation>oba</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>ridge</source>
            <translation>grzbiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>{count} {which} images of {data_title}{compared}. Epoch {epoch}.</source>
            <translation>{count} obrazów ({which}), {data_title}{compared}. Epoka {epoch}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>{data_title} has no {which} images to measure.</source>
            <translation>{data_title} nie ma obrazów do zmierzenia: {which}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>θ of layer {k} is {value} from the next batch on.</source>
            <translation>θ warstwy {k} wynosi {value} od następnej porcji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>θ of layer {k} is {value} in the experiment.</source>
            <translation>θ warstwy {k} wynosi {value} w eksperymencie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>A threshold to try: type it, step it, or drag θ in the histogram.
Nothing is changed before Apply.</source>
            <translation>Próg do wypróbowania: wpisz go, zmień krokami albo przeciągnij θ na histogramie.
Przed Zastosuj nic się nie zmienia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Apply</source>
            <translation>Zastosuj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Best</source>
            <translation>Najlepszy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Drag θ in the histogram, or type another one, to see what it would do.</source>
            <translation>Przeciągnij θ na histogramie albo wpisz inny, aby zobaczyć, co by zrobił.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Layer whose threshold is tried</source>
            <translation>Warstwa, której próg jest próbowany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Learn with this threshold from the next batch on; Undo takes it back.</source>
            <translation>Ucz z tym progiem od następnej porcji; Cofnij go odwraca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Local loss {loss} → {loss_2}.</source>
            <translation>Lokalna strata {loss} → {loss_2}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Reset</source>
            <translation>Resetuj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>The labels that the net names change only once it learns with it.</source>
            <translation>Etykiety, które nazywa sieć, zmienią się dopiero, gdy będzie się z nim uczyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>The layer whose threshold is tried out.</source>
            <translation>Warstwa, której próg jest próbowany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Threshold to try</source>
            <translation>Próg do wypróbowania</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Try no threshold any more.</source>
            <translation>Nie próbuj już żadnego progu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Try the threshold that tells positive from negative data best.</source>
            <translation>Wypróbuj próg, który najlepiej odróżnia dane pozytywne od negatywnych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>θ of layer {k}</source>
            <translation>θ warstwy {k}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>θ {old} → {new}: positive above {above} → {above_2} %, negative below {below} → {below_2} %, told apart {right} → {right_2} %.</source>
            <translation>θ {old} → {new}: pozytywne powyżej {above} → {above_2} %, negatywne poniżej {below} → {below_2} %, odróżnione {right} → {right_2} %.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/time_strip.py" />
            <source>How far each layer has come as training goes on. With the gaps: the share of images above 0,
the layer's own accuracy. With the populations: how well positive is told from negative data,
the AUC; 1 is perfect and 0.5 is chance.</source>
            <translation>Jak daleko doszła każda warstwa w trakcie uczenia. Przy odstępach: udział obrazów powyżej 0,
własna dokładność warstwy. Przy populacjach: jak dobrze dane pozytywne odróżnia się od negatywnych,
AUC; 1 to ideał, a 0,5 przypadek.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_figure.py" />
            <source>Label {name} embedded</source>
            <translation>Osadzona etykieta {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_figure.py" />
            <source>One image under a label</source>
            <translation>Jeden obraz pod etykietą</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>In the label view: embed this label.</source>
            <translation>W widoku etykiet: osadź tę etykietę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>In the label view: the label before or after.</source>
            <translation>W widoku etykiet: etykieta przed albo po.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>Layers under the label</source>
            <translation>Warstwy pod etykietą</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>Left, Right</source>
            <translation>W lewo, W prawo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>Per layer the activity of every unit under the label, its difference, and the goodness of every label.
Filled: the label that is embedded. Framed: the true one. Dashed: the threshold.</source>
            <translation>Dla każdej warstwy aktywność każdej jednostki pod etykietą, jej różnica i dobroć każdej etykiety.
Wypełniona: osadzona etykieta. Obramowana: prawdziwa. Linia przerywana: próg.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>Summed over the layers that vote: the net answers {answer}</source>
            <translation>Suma po głosujących warstwach: sieć odpowiada {answer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>difference to {true}</source>
            <translation>różnica wobec {true}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>goodness {own}, {apart} against {true}</source>
            <translation>dobroć {own}, {apart} wobec {true}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>the net's answer {name}</source>
            <translation>odpowiedź sieci {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>the true label {name}</source>
            <translation>prawdziwa etykieta {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>Embedded label</source>
            <translation>Osadzona etykieta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>Labels</source>
            <translation>Etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>One image carries each label in turn: how every layer answers, and how good each label looks to it.</source>
            <translation>Jeden obraz niesie po kolei każdą etykietę: jak odpowiada każda warstwa i jak dobra wydaje jej się każda etykieta.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>The label that the image carries; digits choose it too.</source>
            <translation>Etykieta, którą niesie obraz; wybierają ją też cyfry.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>This model has no Forward-Forward net, and only that carries labels.
Train with Forward-Forward switched on.</source>
            <translation>Ten model nie ma sieci Forward-Forward, a tylko ona niesie etykiety.
Ucz z włączonym Forward-Forward.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/layer_figures.py" />
            <source>Accuracy layer by layer</source>
            <translation>Dokładność warstwa po warstwie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/layer_figures.py" />
            <source>Which layer decides, by class</source>
            <translation>Która warstwa rozstrzyga, według klas</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Each layer alone</source>
            <translation>Każda warstwa sama</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Layer {k}: {share}</source>
            <translation>Warstwa {k}: {share}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Right (%)</source>
            <translation>Poprawne (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Summed up to it</source>
            <translation>Suma aż do niej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Without the first</source>
            <translation>Bez pierwszej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>layer {k}: {share}</source>
            <translation>warstwa {k}: {share}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>shown</source>
            <translation>pokazane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>the net's own vote</source>
            <translation>głosowanie samej sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>{title}: {values}</source>
            <translation>{title}: {values}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Class</source>
            <translation>Klasa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Layer {k}: decides {share} %; {title}, {right} % right</source>
            <translation>Warstwa {k}: rozstrzyga {share} %; {title}, poprawnie {right} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Right (%): {title}</source>
            <translation>Poprawne (%): {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Share of the class's images (%)</source>
            <translation>Udział obrazów klasy (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Which layer decides</source>
            <translation>Która warstwa rozstrzyga</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>{name}: {count} images</source>
            <translation>{name}, obrazy: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Accuracy by class</source>
            <translation>Dokładność według klas</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Accuracy of the layers</source>
            <translation>Dokładność warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>By Class</source>
            <translation>Według klas</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>How many images each layer's goodness names rightly, by itself and together with those below it, and which layer settles the answer.</source>
            <translation>Ile obrazów dobroć każdej warstwy nazywa poprawnie, sama i razem z warstwami poniżej, i która warstwa rozstrzyga odpowiedź.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Measured on {images}. Epoch {epoch}. ± holds in 95 of 100 cases.</source>
            <translation>Zmierzono na: {images}. Epoka {epoch}. ± zachodzi w 95 przypadkach na 100.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Over Time</source>
            <translation>W czasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Over Time and by Class</source>
            <translation>W czasie i według klas</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>The course over the epochs, the classes, or both.</source>
            <translation>Przebieg po epokach, klasy albo oba.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>The layers could not be measured</source>
            <translation>Nie udało się zmierzyć warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Whose accuracy the table of classes shows: that of a layer alone, of all layers up to it
added up, or of those from the second one up to it.</source>
            <translation>Czyją dokładność pokazuje tabela klas: samej warstwy, sumy wszystkich warstw do niej
albo sumy od drugiej do niej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/views.py" />
            <source>Accuracy of the layers over time</source>
            <translation>Dokładność warstw w czasie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/check_rows.py" />
            <source>Your answer</source>
            <translation>Twoja odpowiedź</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/check_rows.py" />
            <source>not done</source>
            <translation>niewykonane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>Progress of the lesson</source>
            <translation>Postęp lekcji</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>past the last step</source>
            <translation>za ostatnim krokiem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>step {current} of {count}</source>
            <translation>krok {current} z {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>{at}; {done} of {count} done</source>
            <translation>{at}; wykonano {done} z {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source> · done</source>
            <translation> · wykonany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>- **Step {i}:** {plain}</source>
            <translation>- **Krok {i}:** {plain}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Begin this lesson anew.</source>
            <translation>Zacznij tę lekcję od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Every step is done. *Leave Lesson* brings back your own panels and experiment; *Restart* begins anew.</source>
            <translation>Każdy krok jest wykonany. *Opuść lekcję* przywraca twoje panele i eksperyment; *Od nowa* zaczyna jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Goes on although the step is not done; it stays unticked.</source>
            <translation>Przechodzi dalej, choć krok nie jest wykonany; pozostaje nieodhaczony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Leave Lesson</source>
            <translation>Opuść lekcję</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Lesson done</source>
            <translation>Lekcja wykonana</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Next step</source>
            <translation>Następny krok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>No lesson is open. A lesson is a few steps that you do yourself; each ticks itself off when it is done. These come along:</source>
            <translation>Żadna lekcja nie jest otwarta. Lekcja to kilka kroków, które wykonujesz samodzielnie; każdy odhacza się sam, gdy jest wykonany. Dołączone są:</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Not all done yet</source>
            <translation>Jeszcze nie wszystko</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Open Lesson: {title}</source>
            <translation>Otwórz lekcję: {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Previous step</source>
            <translation>Poprzedni krok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Restart</source>
            <translation>Od nowa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Skip</source>
            <translation>Pomiń</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Step {index} of {count}</source>
            <translation>Krok {index} z {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Still to do:

{listed}

Go *Back* to them, or leave the lesson.</source>
            <translation>Jeszcze do zrobienia:

{listed}

Wróć do nich (*Wstecz*) albo opuść lekcję.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>The end</source>
            <translation>Koniec</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>The step is done: go on.</source>
            <translation>Krok jest wykonany: przejdź dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Your own panels and experiment come back; the lesson is kept where it is.</source>
            <translation>Wracają twoje panele i eksperyment; lekcja zostaje tam, gdzie jest.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>{done} of {count} done</source>
            <translation>wykonano {done} z {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Clear Log</source>
            <translation>Wyczyść dziennik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Copy Log</source>
            <translation>Kopiuj dziennik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Copy the records shown, for a bug report.</source>
            <translation>Kopiuj pokazane wpisy, do zgłoszenia błędu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Errors</source>
            <translation>Błędy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Everything</source>
            <translation>Wszystko</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Forget all records.</source>
            <translation>Zapomnij wszystkie wpisy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>How serious a record must be to be shown.</source>
            <translation>Jak poważny musi być wpis, aby go pokazać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Information</source>
            <translation>Informacje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Log</source>
            <translation>Dziennik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Log level</source>
            <translation>Poziom dziennika</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Nothing has been logged at this level yet.</source>
            <translation>Na tym poziomie nic jeszcze nie zapisano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Show</source>
            <translation>Pokaż</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Warnings and errors</source>
            <translation>Ostrzeżenia i błędy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/panel.py" />
            <source>No net yet. Press Train (Space) or open a run, and this view follows it.</source>
            <translation>Nie ma jeszcze sieci. Naciśnij Ucz (spacja) albo otwórz przebieg, a ten widok pójdzie za nim.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/panel.py" />
            <source>{data_title} does not fit this net: it takes {num_inputs} pixels and tells {num_classes} classes apart.
Choose the data set it was trained on, or train again.</source>
            <translation>{data_title} nie pasuje do tej sieci: przyjmuje ona piksele ({num_inputs}) i rozróżnia klasy ({num_classes}).
Wybierz zbiór danych, na którym była uczona, albo ucz na nowo.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>A process that outlived its window trains one of them.</source>
            <translation>Jeden z nich uczy proces, który przeżył swoje okno.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Brings its experiment into the builder, undoably.</source>
            <translation>Przenosi jego eksperyment do budowniczego, odwracalnie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Clear Finished</source>
            <translation>Usuń gotowe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Edit in Builder</source>
            <translation>Edytuj w budowniczym</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Ends the process that trains. What it has learnt is kept, and Start goes on.</source>
            <translation>Kończy uczący proces. To, czego się nauczył, jest zachowane, a Start idzie dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Gives the one chosen the experiment that the builder holds now.</source>
            <translation>Daje wybranemu eksperyment, który trzyma teraz budowniczy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Has the one chosen trained later (Alt+Down).</source>
            <translation>Wybrany będzie uczony później (Alt+Down).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Has the one chosen trained sooner (Alt+Up).</source>
            <translation>Wybrany będzie uczony wcześniej (Alt+Up).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Has the one chosen wait again, from the start.</source>
            <translation>Wybrany czeka znowu, od początku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>It pauses after the mini-batch under way.</source>
            <translation>Wstrzymuje się po trwającej miniporcji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>No sweep is open.

A sweep trains one experiment with many settings and seeds, and shows which do best. Right-click a setting in the builder and choose Sweep…, or press New Sweep. One that was begun before, or by the command ffstudio sweep, is brought up by Open Sweep.</source>
            <translation>Żadna seria prób nie jest otwarta.

Seria prób uczy jeden eksperyment z wieloma ustawieniami i ziarnami i pokazuje, które wypadają najlepiej. Kliknij prawym przyciskiem ustawienie w budowniczym i wybierz Seria prób… albo naciśnij Nowa seria prób. Zaczętą wcześniej, także poleceniem ffstudio sweep, przywołuje Otwórz serię prób.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Open Run</source>
            <translation>Otwórz przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Opens the nets and curves of the one chosen.</source>
            <translation>Otwiera sieci i krzywe wybranego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Pause</source>
            <translation>Wstrzymaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Progress of the queue</source>
            <translation>Postęp kolejki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Take Over from Builder</source>
            <translation>Przejmij z budowniczego</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Takes out all that are done; their runs stay.</source>
            <translation>Wyjmuje wszystkie gotowe; ich przebiegi zostają.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Takes the one chosen out of the queue; a run that was begun stays among the runs.</source>
            <translation>Wyjmuje wybrany z kolejki; zaczęty przebieg zostaje wśród przebiegów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>The queue is empty.

Press Queue in the builder, or Run › Add to Queue, to have its experiment trained after those that wait. They are trained one after another in a process beside the window, which stays free; each becomes a run in the library.</source>
            <translation>Kolejka jest pusta.

Naciśnij Kolejka w budowniczym albo Przebieg › Dodaj do kolejki, aby jego eksperyment był uczony po tych, które czekają. Uczą się jeden po drugim w procesie obok okna, które pozostaje wolne; każdy staje się przebiegiem w bibliotece.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Trains one after another; what was interrupted goes on first.</source>
            <translation>Uczy jeden po drugim; przerwane idą dalej najpierw.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Try Again</source>
            <translation>Spróbuj ponownie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>done</source>
            <translation>gotowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>failed</source>
            <translation>nieudane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>interrupted</source>
            <translation>przerwany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>running</source>
            <translation>w toku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>waiting</source>
            <translation>czeka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{done} of {count} experiments are done.</source>
            <translation>Gotowe eksperymenty: {done} z {count}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{done} of {total} epochs.</source>
            <translation>Epoki: {done} z {total}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{name} · seed {seed} · {state}</source>
            <translation>{name} · ziarno {seed} · {state}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{name} · seed {seed} · {state}, epoch {done} of {epochs}</source>
            <translation>{name} · ziarno {seed} · {state}, epoka {done} z {epochs}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{shares} right of the test images · {about}</source>
            <translation>Poprawne obrazy testowe: {shares} · {about}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>In the queue: edit the experiment in the builder.</source>
            <translation>W kolejce: edytuj eksperyment w budowniczym.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>In the queue: have the experiment trained sooner or later.</source>
            <translation>W kolejce: niech eksperyment będzie uczony wcześniej albo później.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>In the queue: take the experiment out.</source>
            <translation>W kolejce: wyjmij eksperyment.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>The first is trained first. Drag to reorder, or Alt+Up and Alt+Down; Del removes.</source>
            <translation>Pierwszy jest uczony najpierw. Przeciągnij, aby zmienić kolejność, albo Alt+Up i Alt+Down; Del usuwa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>A note about this run</source>
            <translation>Notatka o tym przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Choose a run to write about it.</source>
            <translation>Wybierz przebieg, aby coś o nim napisać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Note about the run</source>
            <translation>Notatka o przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Tags</source>
            <translation>Etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Tags of the run</source>
            <translation>Etykiety przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Tags, with commas between them</source>
            <translation>Etykiety oddzielone przecinkami</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Words to find the run by, with commas between them.</source>
            <translation>Słowa, po których łatwo znaleźć przebieg, oddzielone przecinkami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Bring the run's settings into the builder as an experiment with a name of its own.</source>
            <translation>Przenosi ustawienia przebiegu do budowniczego jako eksperyment o własnej nazwie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Bring the run's settings into the builder; undo takes them back.</source>
            <translation>Przenosi ustawienia przebiegu do budowniczego; można to cofnąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Choose a run in the table first.</source>
            <translation>Najpierw wybierz przebieg w tabeli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Choose a single run.</source>
            <translation>Wybierz jeden przebieg.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Colour</source>
            <translation>Kolor</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Compare No More</source>
            <translation>Nie porównuj już</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Copy Path</source>
            <translation>Kopiuj ścieżkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Delete</source>
            <translation>Usuń</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Delete the runs; it can be undone until ffstudio is started again.</source>
            <translation>Usuwa przebiegi; można to cofnąć do następnego uruchomienia ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Duplicate Settings</source>
            <translation>Powiel ustawienia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Give the run a name of its own.</source>
            <translation>Nadaje przebiegowi własną nazwę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Lay the runs' curves over each other, and show what differs; again: no more.</source>
            <translation>Połóż krzywe przebiegów na sobie i pokaż, co je różni; ponownie: już nie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>No file manager answered. The run is in {path}.</source>
            <translation>Żaden menedżer plików nie odpowiedział. Przebieg jest w {path}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Note…</source>
            <translation>Notatka…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Put the folders' paths on the clipboard.</source>
            <translation>Kopiuje ścieżki folderów do schowka.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Rename</source>
            <translation>Zmień nazwę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Reveal in File Manager</source>
            <translation>Pokaż w menedżerze plików</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Runs with a star are never thinned, and quickly found.</source>
            <translation>Przebiegi z gwiazdką nigdy nie są przerzedzane i łatwo je znaleźć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Show its nets and curves; Continue goes on from there.</source>
            <translation>Pokazuje jego sieci i krzywe; „Kontynuuj” uczy dalej od tego miejsca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Show the run's folder.</source>
            <translation>Pokazuje folder przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Star</source>
            <translation>Dodaj gwiazdkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Tags…</source>
            <translation>Etykiety…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Take the Star Away</source>
            <translation>Usuń gwiazdkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>The folder was not shown</source>
            <translation>Nie pokazano folderu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Write a note about the run.</source>
            <translation>Pozwala napisać notatkę o przebiegu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Write words for the run, to find it by.</source>
            <translation>Pozwala dopisać słowa, po których łatwo znaleźć przebieg.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Accuracy of the Forward-Forward net on the test images, at the end.</source>
            <translation>Dokładność sieci Forward-Forward na obrazach testowych na końcu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Accuracy of the backprop net on the test images, at the end.</source>
            <translation>Dokładność sieci z propagacją wsteczną na obrazach testowych na końcu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>All that is random depends on it.</source>
            <translation>Zależy od niego wszystko, co losowe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>BP Accuracy</source>
            <translation>Dokładność BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>BP, test</source>
            <translation>BP, test</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Begun</source>
            <translation>Początek</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Blue</source>
            <translation>Niebieski</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Compiling, training and judging, as far as the run has told.</source>
            <translation>Kompilacja, uczenie i ocena, na ile przebieg to zapisał.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>FF Accuracy</source>
            <translation>Dokładność FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>FF, test</source>
            <translation>FF, test</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Green</source>
            <translation>Zielony</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>How Long</source>
            <translation>Czas trwania</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>How long</source>
            <translation>Czas</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>No Colour</source>
            <translation>Bez koloru</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Orange</source>
            <translation>Pomarańczowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Pink</source>
            <translation>Różowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Preset</source>
            <translation>Szablon</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Red</source>
            <translation>Czerwony</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Runs with a star are never thinned. A click sets it or takes it away.</source>
            <translation>Przebiegi z gwiazdką nigdy nie są przerzedzane. Kliknięcie dodaje ją lub usuwa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Runs with a tick are compared: their curves lie over each other in the panel Curves, in the colour that is shown here, and the panel Compare says what differs.</source>
            <translation>Zaznaczone przebiegi są porównywane: ich krzywe leżą na sobie w panelu Krzywe, w pokazanej tu barwie, a panel Porównaj mówi, co je różni.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Size</source>
            <translation>Rozmiar</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Sky</source>
            <translation>Błękitny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>The colour you gave it.</source>
            <translation>Kolor, który mu nadano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>The experiment's name, or the one you gave it (F2).</source>
            <translation>Nazwa eksperymentu albo ta, którą mu nadano (F2).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>The preset it was made from, if that is known.</source>
            <translation>Szablon, z którego powstał, jeśli jest znany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>What it learns from.</source>
            <translation>To, z czego się uczy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>What its folder takes on the disk.</source>
            <translation>Miejsce, które jego folder zajmuje na dysku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>When training began.</source>
            <translation>Kiedy zaczęło się uczenie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Whether it runs, was cut off, or how it ended.</source>
            <translation>Czy trwa, czy został przerwany albo jak się skończył.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Whole epochs that are kept.</source>
            <translation>Zachowane całe epoki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Yellow</source>
            <translation>Żółty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Your words for it.</source>
            <translation>Twoje słowa o nim.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>{minutes} h {minutes_2} min</source>
            <translation>{minutes} godz. {minutes_2} min</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>{minutes} min</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>{size} GB</source>
            <translation>{size} GB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source> (its nets are shown)</source>
            <translation> (jego sieci są pokazane)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Is compared</source>
            <translation>Jest porównywany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Is not compared</source>
            <translation>Nie jest porównywany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It ended with an error.</source>
            <translation>Zakończył się błędem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It is being trained.</source>
            <translation>Jest właśnie uczony.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It stopped by itself, because it no longer got better.</source>
            <translation>Zatrzymał się sam, bo nie było już poprawy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It was cut off: the program was killed, or its machine went down. Open it and continue where it stands.</source>
            <translation>Został przerwany: program zamknięto siłą albo komputer przestał działać. Otwórz go i kontynuuj od tego miejsca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It was stopped, and what it had learnt was kept.</source>
            <translation>Został zatrzymany, a to, czego się nauczył, zachowano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It was trained to its end.</source>
            <translation>Nauczono go do końca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Its nets are the ones shown.</source>
            <translation>Pokazane są jego sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Tags: {tags}</source>
            <translation>Etykiety: {tags}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>With a star</source>
            <translation>Z gwiazdką</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Without a star</source>
            <translation>Bez gwiazdki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>{text} (shown)</source>
            <translation>{text} (pokazany)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>1 Compared</source>
            <translation>Porównywany: 1</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>1 run</source>
            <translation>1 przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>All states</source>
            <translation>Wszystkie stany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>All tags</source>
            <translation>Wszystkie etykiety</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>All that can be done with the runs that are chosen.</source>
            <translation>Wszystko, co można zrobić z wybranymi przebiegami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Choose the columns; so does a right click on their heads.</source>
            <translation>Wybór kolumn; także prawym przyciskiem na ich nagłówkach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Columns</source>
            <translation>Kolumny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Completed</source>
            <translation>Ukończone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Damaged</source>
            <translation>Uszkodzone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Failed</source>
            <translation>Nieudane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Hide finished</source>
            <translation>Ukryj ukończone</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Interrupted</source>
            <translation>Przerwane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>More</source>
            <translation>Więcej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>More to do with the runs that are chosen</source>
            <translation>Więcej działań na wybranych przebiegach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>No run fits what is searched and chosen above.</source>
            <translation>Żaden przebieg nie pasuje do wyszukiwania i wyboru powyżej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs in this state.</source>
            <translation>Tylko przebiegi w tym stanie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs that are being trained, can go on, or are damaged.</source>
            <translation>Tylko przebiegi, które są uczone, mogą być kontynuowane albo są uszkodzone.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs with a star.</source>
            <translation>Tylko przebiegi z gwiazdką.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs with this tag.</source>
            <translation>Tylko przebiegi z tą etykietą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Running</source>
            <translation>W toku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Runs are being kept: the next one is listed here.</source>
            <translation>Przebiegi są zachowywane: następny pojawi się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Runs are not kept now; Run › Keep Runs on Disk changes that.</source>
            <translation>Przebiegi nie są teraz zachowywane; zmienia to Przebieg › Zachowuj przebiegi na dysku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Search</source>
            <translation>Szukaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Search runs</source>
            <translation>Szukaj przebiegów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Show the comparison</source>
            <translation>Pokaż porównanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Show what the runs with a tick differ in.</source>
            <translation>Pokaż, czym różnią się zaznaczone przebiegi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>State of the runs that are listed</source>
            <translation>Stan przebiegów na liście</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Stopped</source>
            <translation>Zatrzymane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Tag of the runs that are listed</source>
            <translation>Etykieta przebiegów na liście</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>The runs are being listed…</source>
            <translation>Trwa wyszukiwanie przebiegów…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>There are no runs yet.

A run is what Train does, from its first step to its end: settings, curves, and the nets at many moments, in a folder of its own.

{kept}
{root}</source>
            <translation>Nie ma jeszcze przebiegów.

Przebieg to wszystko, co robi „Ucz” od pierwszego do ostatniego kroku: ustawienia, krzywe i sieci z wielu chwil, we własnym folderze.

{kept}
{root}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>With star</source>
            <translation>Z gwiazdką</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Words in name, note, tags, preset or data; all have to be there.</source>
            <translation>Słowa w nazwie, notatce, etykietach, szablonie lub danych; wszystkie muszą wystąpić.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{count} Compared</source>
            <translation>Porównywane: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{count} runs</source>
            <translation>Przebiegi: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{runs} runs are chosen.</source>
            <translation>Wybrane przebiegi: {runs}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{seen} of {count} runs</source>
            <translation>Przebiegi: {seen} z {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/table_view.py" />
            <source>Enter opens a run, F2 renames it, Delete deletes it, the menu key offers the rest.</source>
            <translation>Enter otwiera przebieg, F2 zmienia nazwę, Delete usuwa, klawisz menu oferuje resztę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/table_view.py" />
            <source>Reset Columns</source>
            <translation>Przywróć kolumny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/table_view.py" />
            <source>Runs that are kept</source>
            <translation>Zachowane przebiegi</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Accuracy: {net} after its last epoch, on {judged_on} images.</source>
            <translation>Dokładność: {net} po ostatniej epoce, obrazy: {judged_on}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Asks which settings of the builder's experiment to vary.</source>
            <translation>Pyta, które ustawienia eksperymentu w budowniczym zmieniać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Best so far: {accuracy} by run {number} ({settings}).</source>
            <translation>Najlepiej dotąd: {accuracy}, przebieg {number} ({settings}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Ends the processes that were started here. What they train goes on later from its last whole epoch.</source>
            <translation>Kończy procesy uruchomione tutaj. To, co uczą, pójdzie później dalej od ostatniej pełnej epoki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Export Table</source>
            <translation>Eksportuj tabelę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Export Table…</source>
            <translation>Eksportuj tabelę…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Go On</source>
            <translation>Dalej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>How many processes train at once; they share the cores.</source>
            <translation>Ile procesów uczy się naraz; dzielą się rdzeniami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>It pauses after the mini-batches under way.</source>
            <translation>Wstrzymuje się po trwających miniporcjach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>It takes {size}, besides the 5 GB that your runs may take.</source>
            <translation>Zajmuje {size}, poza 5 GB, które mogą zająć twoje przebiegi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>It takes {size}, of the 5 GB that all runs may take.</source>
            <translation>Zajmuje {size} z 5 GB, które mogą zająć wszystkie przebiegi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Lets all runs through again.</source>
            <translation>Przepuszcza znów wszystkie przebiegi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>New Sweep…</source>
            <translation>Nowa seria prób…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Nothing is kept of this run yet.</source>
            <translation>Z tego przebiegu nic jeszcze nie jest zachowane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Open Sweep</source>
            <translation>Otwórz serię prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Open Sweep…</source>
            <translation>Otwórz serię prób…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Opens the nets and curves of the run chosen in the table.</source>
            <translation>Otwiera sieci i krzywe przebiegu wybranego w tabeli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Processes that train at once</source>
            <translation>Procesy uczące się naraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Progress of the sweep</source>
            <translation>Postęp serii prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Run {number}: {state}</source>
            <translation>Przebieg {number}: {state}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Runs of the sweep</source>
            <translation>Przebiegi serii prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Show All</source>
            <translation>Pokaż wszystkie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Shows the sweep in a folder, begun here or by 'ffstudio sweep'.</source>
            <translation>Pokazuje serię prób z folderu, zaczętą tutaj albo przez 'ffstudio sweep'.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Sweep</source>
            <translation>Seria prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>The table was exported to {path}.</source>
            <translation>Tabelę wyeksportowano do {path}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>The table was not exported</source>
            <translation>Tabeli nie wyeksportowano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>This run is being trained. Wait for its end.</source>
            <translation>Ten przebieg jest uczony. Poczekaj na jego koniec.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Trains what waits, in processes of their own.</source>
            <translation>Uczy to, co czeka, w osobnych procesach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Writes the runs shown into a CSV file.</source>
            <translation>Zapisuje pokazane przebiegi do pliku CSV.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>accuracy: {judged}</source>
            <translation>dokładność: {judged}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>at a time</source>
            <translation>naraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>seed</source>
            <translation>ziarno</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{count} pass the filters.</source>
            <translation>Filtry przepuszczają: {count}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{done} of {total} epochs of all runs.</source>
            <translation>Epoki wszystkich przebiegów: {done} z {total}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{name}: {done} of {rows} runs are done, {running} running, {left} to be made.</source>
            <translation>{name}: gotowe przebiegi {done} z {rows}, w toku {running}, do zrobienia {left}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{name}: {done} of {rows} runs are done.</source>
            <translation>{name}: gotowe przebiegi {done} z {rows}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/parallel_view.py" />
            <source>Runs as lines over their settings</source>
            <translation>Przebiegi jako linie przez ustawienia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/parallel_view.py" />
            <source>The table below has the same runs, for the keyboard.</source>
            <translation>Tabela poniżej ma te same przebiegi, dla klawiatury.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>BP test</source>
            <translation>BP test</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>FF test</source>
            <translation>FF test</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>Judged</source>
            <translation>Ocena</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>Run</source>
            <translation>Przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>ended early</source>
            <translation>zakończony wcześniej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>A pad to draw on, and what both nets make of the drawing.</source>
            <translation>Tabliczka do rysowania i co obie sieci sądzą o rysunku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Alignment</source>
            <translation>Zgodność</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Builder</source>
            <translation>Budowniczy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Confusion</source>
            <translation>Pomyłki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Cost</source>
            <translation>Koszt</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Experiments that are trained one after another, in a process beside the window.</source>
            <translation>Eksperymenty uczone jeden po drugim, w procesie obok okna.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Goodness Confusion</source>
            <translation>Pomyłki dobroci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>How far each layer's own gradient points where backprop's would, over training.</source>
            <translation>Jak bardzo własny gradient każdej warstwy wskazuje tam, gdzie wskazałby gradient propagacji wstecznej, w trakcie uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>How much goodness each label has on the images of each class.</source>
            <translation>Ile dobroci każda etykieta ma na obrazach każdej klasy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>How well each layer names labels, alone and summed, and which one decides.</source>
            <translation>Jak dobrze każda warstwa nazywa etykiety, sama i w sumie, i która rozstrzyga.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Layer Accuracy</source>
            <translation>Dokładność warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Loss and accuracy of both nets while they learn.</source>
            <translation>Strata i dokładność obu sieci podczas uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Multiply-adds, memory and seconds of both nets, layer by layer.</source>
            <translation>Mnożenia z dodawaniem, pamięć i sekundy obu sieci, warstwa po warstwie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>One image through the backprop net and its error back, number by number.</source>
            <translation>Jeden obraz przez sieć z propagacją wsteczną i jego błąd z powrotem, liczba po liczbie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>One image under every label: each layer's activity and goodness follow.</source>
            <translation>Jeden obraz pod każdą etykietą: aktywność i dobroć każdej warstwy idą za nią.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Runs with a tick side by side: results, the settings that differ, curves' last and best.</source>
            <translation>Zaznaczone przebiegi obok siebie: wyniki, różniące się ustawienia, ostatnie i najlepsze wartości krzywych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The experiment: data, layers and how each net learns.</source>
            <translation>Eksperyment: dane, warstwy i jak uczy się każda sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The images to learn from, and the pairs of positive and negative data.</source>
            <translation>Obrazy do uczenia oraz pary danych pozytywnych i negatywnych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The runs of a sweep over settings and seeds, and how well each does.</source>
            <translation>Przebiegi serii prób po ustawieniach i ziarnach i jak każdy wypada.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The runs that are kept: listed, found again, opened, described and deleted.</source>
            <translation>Zachowane przebiegi: lista, wyszukiwanie, otwieranie, opisywanie i usuwanie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The steps of the lesson that is open, and what is done.</source>
            <translation>Kroki otwartej lekcji i co już wykonano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The weights of each unit as pictures, and what channels answer to a picture.</source>
            <translation>Wagi każdej jednostki jako obrazy i to, co kanały odpowiadają na obraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What each layer's goodness parts: images' labels, positive from negative data.</source>
            <translation>Co rozdziela dobroć każdej warstwy: etykiety obrazów, dane pozytywne od negatywnych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What each unit answers while one draws, and the images that it likes best.</source>
            <translation>Co każda jednostka odpowiada, gdy się rysuje, i obrazy, które lubi najbardziej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What generators, decoders and autoencoders make, by noise, labels and codes set by hand.</source>
            <translation>Co tworzą generatory, dekodery i autoenkodery z szumu, etykiet i kodów ustawionych ręcznie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What the program has noted, for bug reports.</source>
            <translation>Co program zanotował, do zgłoszeń błędów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Which classes are taken for which, and the images behind every cell.</source>
            <translation>Które klasy są brane za które, i obrazy za każdą komórką.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/image_gallery.py" />
            <source>Image {index} of the {which} set, {text}</source>
            <translation>Obraz {index} zbioru: {which}, {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/image_gallery.py" />
            <source>Images of what is chosen</source>
            <translation>Obrazy tego, co wybrano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/image_gallery.py" />
            <source>{about}.
Click to draw on with it.</source>
            <translation>{about}.
Kliknij, aby na nim rysować.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/legend.py" />
            <source>Click hides or shows the curve; Ctrl+click shows it alone.</source>
            <translation>Kliknięcie ukrywa lub pokazuje krzywą; Ctrl+kliknięcie pokazuje ją samą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/legend.py" />
            <source>In a legend: hide or show the curve.</source>
            <translation>W legendzie: ukryj lub pokaż krzywą.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/legend.py" />
            <source>Space</source>
            <translation>Spacja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/plot.py" />
            <source>Reset View</source>
            <translation>Przywróć widok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/plot.py" />
            <source>Show everything and follow new values. A double click does too.</source>
            <translation>Pokaż wszystko i podążaj za nowymi wartościami. Podwójne kliknięcie też to robi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/overlay.py" />
            <source>{name} ({dataset})</source>
            <translation>{name} ({dataset})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>All settings are the same.</source>
            <translation>Wszystkie ustawienia są takie same.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>BP test accuracy</source>
            <translation>Dokładność testowa BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Code:</source>
            <translation>Kod:</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Comparison of {count} runs</source>
            <translation>Porównanie przebiegów: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>FF test accuracy</source>
            <translation>Dokładność testowa FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>No epoch has ended yet.</source>
            <translation>Żadna epoka jeszcze się nie skończyła.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Notes</source>
            <translation>Notatki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Report of ffstudio {version}</source>
            <translation>Raport ffstudio {version}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Run {run}</source>
            <translation>Przebieg {run}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>{heading} of {run}</source>
            <translation>{heading}: {run}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/pdf.py" />
            <source>The report could not be painted.</source>
            <translation>Nie udało się narysować raportu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/report.py" />
            <source>Compared</source>
            <translation>Porównanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/report.py" />
            <source>Layer accuracy</source>
            <translation>Dokładność warstw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source> in {name}</source>
            <translation> w {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source>Something unexpected happened</source>
            <translation>Stało się coś nieoczekiwanego</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source>a thread</source>
            <translation>wątek</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source>{summary}. Your experiment is still open and you can go on; save your work if it matters, and send the details to the project if this happens again.</source>
            <translation>{summary}. Twój eksperyment jest nadal otwarty i możesz pracować dalej; zapisz pracę, jeśli jest ważna, i wyślij szczegóły do projektu, jeśli to się powtórzy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Copied</source>
            <translation>Skopiowano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Copy Details</source>
            <translation>Kopiuj szczegóły</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Details</source>
            <translation>Szczegóły</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Dismiss</source>
            <translation>Zamknij</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Dismiss message</source>
            <translation>Zamknij wiadomość</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Error</source>
            <translation>Błąd</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Error details</source>
            <translation>Szczegóły błędu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Hide Details</source>
            <translation>Ukryj szczegóły</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>It came up {count} times.</source>
            <translation>Pojawiło się {count} razy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Puts message and details on the clipboard, for a bug report.</source>
            <translation>Umieszcza wiadomość i szczegóły w schowku, do zgłoszenia błędu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Show Details</source>
            <translation>Pokaż szczegóły</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Warning</source>
            <translation>Ostrzeżenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>What the program was doing when the error came up.</source>
            <translation>Co program robił, gdy pojawił się błąd.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>ffstudio {version}, Python {python_version}, {system}</source>
            <translation>ffstudio {version}, Python {python_version}, {system}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>{more} more error{plural} since then; see Details.</source>
            <translation>Od tego czasu dalsze błędy ({more}{plural}); zobacz Szczegóły.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>Cancel: {activity_title}</source>
            <translation>Anuluj: {activity_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>Progress of what is under way</source>
            <translation>Postęp tego, co trwa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>What is under way</source>
            <translation>Co trwa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>{activity_title}: no longer. Everything stays as it is.</source>
            <translation>{activity_title}: przerwane. Wszystko zostaje, jak jest.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Blue and Red</source>
            <translation>&amp;Niebieski i czerwony</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Bright</source>
            <translation>&amp;Jaskrawe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Cividis</source>
            <translation>&amp;Cividis</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Dark</source>
            <translation>&amp;Ciemny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Follow System</source>
            <translation>&amp;Jak w systemie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Grey</source>
            <translation>&amp;Szary</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Inferno</source>
            <translation>&amp;Inferno</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Light</source>
            <translation>&amp;Jasny</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Magma</source>
            <translation>&amp;Magma</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Orange and Purple</source>
            <translation>&amp;Pomarańczowy i fioletowy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Studio</source>
            <translation>&amp;Studio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Viridis</source>
            <translation>&amp;Viridis</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Blue and &amp;Yellow</source>
            <translation>Niebieski i &amp;żółty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>By &amp;Depth</source>
            <translation>Według &amp;głębokości</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Dark text on a light ground.</source>
            <translation>Ciemny tekst na jasnym tle.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>From black by grey, which is zero, to white.</source>
            <translation>Od czerni przez szarość, czyli zero, do bieli.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Images and matrices</source>
            <translation>Obrazy i macierze</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Images in grey; matrices in the colours of right and wrong.</source>
            <translation>Obrazy w szarości; macierze w barwach dobrze i źle.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Layers run through Viridis, from the first to the last.</source>
            <translation>Warstwy biegną przez Viridis, od pierwszej do ostatniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Light or dark, as the system is.</source>
            <translation>Jasny lub ciemny, jak system.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Light text on a dark ground.</source>
            <translation>Jasny tekst na ciemnym tle.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Okabe and Ito's colours, made for every eye.</source>
            <translation>Barwy Okabego i Ito, dla każdego oka.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Paul Tol's bright colours, made for every eye.</source>
            <translation>Jaskrawe barwy Paula Tola, dla każdego oka.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, from black by orange to bright yellow.</source>
            <translation>Percepcyjnie jednolite, od czerni przez pomarańcz do jasnej żółci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, from black by red to pale yellow.</source>
            <translation>Percepcyjnie jednolite, od czerni przez czerwień do bladej żółci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, from dark blue by green to yellow.</source>
            <translation>Percepcyjnie jednolite, od granatu przez zieleń do żółci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, looks the same to eyes that do not part red from green.</source>
            <translation>Percepcyjnie jednolite, wygląda tak samo dla oczu, które nie odróżniają czerwieni od zieleni.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, made for eyes that do not part red from green.</source>
            <translation>Percepcyjnie jednolite, dla oczu, które nie odróżniają czerwieni od zieleni.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform; zero is the ground.</source>
            <translation>Percepcyjnie jednolite; zero jest tłem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Shades and dashes alone, as for a print without colour.</source>
            <translation>Tylko odcienie i kreski, jak w druku bez koloru.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Text size {scale}</source>
            <translation>Rozmiar tekstu {scale}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Zero is the ground; safe for every eye.</source>
            <translation>Zero jest tłem; bezpieczne dla każdego oka.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;About ffstudio</source>
            <translation>&amp;O programie ffstudio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Actual Size</source>
            <translation>Rozmiar &amp;rzeczywisty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Continue Training</source>
            <translation>&amp;Ucz dalej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Edycja</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;File</source>
            <translation>&amp;Plik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Help</source>
            <translation>Pomo&amp;c</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Judge Epochs On</source>
            <translation>&amp;Oceniaj epoki na</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Keep Runs on Disk</source>
            <translation>Zac&amp;howuj przebiegi na dysku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Keyboard Shortcuts</source>
            <translation>&amp;Skróty klawiszowe</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Language</source>
            <translation>&amp;Język</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Lessons</source>
            <translation>&amp;Lekcje</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Model Card…</source>
            <translation>&amp;Karta modelu…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;New Experiment</source>
            <translation>&amp;Nowy eksperyment</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Open…</source>
            <translation>&amp;Otwórz…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Pause</source>
            <translation>&amp;Wstrzymaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Quit</source>
            <translation>Za&amp;kończ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Redo</source>
            <translation>&amp;Ponów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Redo {redoText}</source>
            <translation>&amp;Ponów {redoText}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Reset Layout</source>
            <translation>P&amp;rzywróć układ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Run</source>
            <translation>P&amp;rzebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Save Model</source>
            <translation>&amp;Zapisz model</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Zatrzymaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Take the Nets' Experiment</source>
            <translation>&amp;Weź eksperyment sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Motyw</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Train</source>
            <translation>&amp;Ucz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Undo</source>
            <translation>&amp;Cofnij</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Undo {undoText}</source>
            <translation>&amp;Cofnij {undoText}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;View</source>
            <translation>&amp;Widok</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Add to &amp;Queue</source>
            <translation>Dodaj do &amp;kolejki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>All shortcuts on one page.</source>
            <translation>Wszystkie skróty na jednej stronie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Begin the lesson that is open anew.</source>
            <translation>Zacznij otwartą lekcję od początku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Bring back your own panels, experiment and nets; the lesson is kept where it is.</source>
            <translation>Przywróć własne panele, eksperyment i sieci; lekcja zostaje tam, gdzie jest.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Bring the settings that the nets shown were made with back into the builder.</source>
            <translation>Przenieś do budowniczego ustawienia, z którymi powstały pokazane sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Ca&amp;ncel</source>
            <translation>&amp;Anuluj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Change the steps of the lesson that is open, or of one in a file.</source>
            <translation>Zmień kroki otwartej lekcji albo lekcji z pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Close ffstudio.</source>
            <translation>Zamknij ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of &amp;Curves</source>
            <translation>Barwy &amp;krzywych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of &amp;Weights</source>
            <translation>Barwy &amp;wag</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Curves: {}</source>
            <translation>Barwy krzywych: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Ima&amp;ges</source>
            <translation>Barwy &amp;obrazów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Images: {}</source>
            <translation>Barwy obrazów: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Weights: {}</source>
            <translation>Barwy wag: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Command &amp;Palette…</source>
            <translation>&amp;Paleta poleceń…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Continue</source>
            <translation>Dalej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Edit Lesson…</source>
            <translation>Edytuj lekcję…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>End the run and go back to the nets and curves before it.</source>
            <translation>Zakończ przebieg i wróć do sieci i krzywych sprzed niego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>End the run and keep what was learnt.</source>
            <translation>Zakończ przebieg i zachowaj to, czego sieć się nauczyła.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Find any command by a few letters of its name.</source>
            <translation>Znajdź dowolne polecenie po kilku literach jego nazwy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Go on training.</source>
            <translation>Ucz dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Have the experiment trained after those that wait, in a process of its own.</source>
            <translation>Niech eksperyment będzie uczony po tych, które czekają, w osobnym procesie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Judge Epochs On: {}</source>
            <translation>Oceniaj epoki na: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Keep Runs on Disk: {}</source>
            <translation>Zachowuj przebiegi na dysku: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Language: {}</source>
            <translation>Język: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Lea&amp;ve Lesson</source>
            <translation>Op&amp;uść lekcję</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Lesson: {}</source>
            <translation>Lekcja: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Make the interface larger.</source>
            <translation>Powiększ interfejs.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Make the interface smaller.</source>
            <translation>Pomniejsz interfejs.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>New from &amp;Preset</source>
            <translation>Nowy z &amp;presetu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>New from Preset: {}</source>
            <translation>Nowy z presetu: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>No Recent Files</source>
            <translation>Brak ostatnich plików</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open &amp;Recent</source>
            <translation>Otwórz o&amp;statnie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open Recent: {}</source>
            <translation>Otwórz ostatnie: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open S&amp;hipped Net</source>
            <translation>Otwórz &amp;dołączoną sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open a model (.h5, .keras), an experiment or a lesson (.json), or a data set.</source>
            <translation>Otwórz model (.h5, .keras), eksperyment lub lekcję (.json) albo zbiór danych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Pause after this mini-batch.</source>
            <translation>Wstrzymaj po tej miniporcji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Put every panel back in its place.</source>
            <translation>Odłóż każdy panel na jego miejsce.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Restart Lesson</source>
            <translation>Zacznij lekcję od nowa</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Resu&amp;me</source>
            <translation>Wz&amp;nów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>S&amp;weep…</source>
            <translation>S&amp;eria prób…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save &amp;Backprop Net As…</source>
            <translation>Zapisz sieć propagacji &amp;wstecznej jako…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save &amp;Forward-Forward Net As…</source>
            <translation>Zapisz sieć &amp;Forward-Forward jako…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save E&amp;xperiment As…</source>
            <translation>Zapisz e&amp;ksperyment jako…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save Model &amp;As…</source>
            <translation>Z&amp;apisz model jako…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save as Lesson…</source>
            <translation>Zapisz jako lekcję…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Show &amp;Welcome</source>
            <translation>Pokaż po&amp;witanie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Start from the default settings.</source>
            <translation>Zacznij od ustawień domyślnych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Step &amp;Batch</source>
            <translation>Krok &amp;porcji</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Step &amp;Epoch</source>
            <translation>Krok &amp;epoki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Stopping…</source>
            <translation>Zatrzymywanie…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Take back the last edit of the experiment.</source>
            <translation>Cofnij ostatnią zmianę eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The builder holds another experiment now; the nets shown are still {spoken}.</source>
            <translation>Budowniczy zawiera teraz inny eksperyment; pokazane sieci to nadal {spoken}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The engine compiles the training step.</source>
            <translation>Silnik kompiluje krok uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The page of the panel one is in, and what Forward-Forward is.</source>
            <translation>Strona panelu, w którym jesteś, i czym jest Forward-Forward.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The run ends after this mini-batch.</source>
            <translation>Przebieg kończy się po tej miniporcji.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The system's text size again.</source>
            <translation>Znów rozmiar tekstu systemu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The three first steps again.</source>
            <translation>Jeszcze raz pierwsze kroki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The trained Forward-Forward net and its backprop twin that come along.</source>
            <translation>Dołączona nauczona sieć Forward-Forward i jej bliźniaczka z propagacją wsteczną.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Theme: {}</source>
            <translation>Motyw: {}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train one mini-batch, then pause.</source>
            <translation>Naucz na jednej miniporcji, potem wstrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train the experiment from the start.</source>
            <translation>Ucz eksperyment od początku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train the experiment with many settings and seeds, in processes of their own.</source>
            <translation>Ucz eksperyment z wieloma ustawieniami i ziarnami, w osobnych procesach.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train the nets shown for some more epochs.</source>
            <translation>Ucz pokazane sieci przez kilka dalszych epok.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train to the end of the epoch, then pause.</source>
            <translation>Ucz do końca epoki, potem wstrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train, pause or resume, whichever is next.</source>
            <translation>Ucz, wstrzymaj lub wznów, zależnie od stanu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Versions, licences, and what happens to your data.</source>
            <translation>Wersje, licencje i co dzieje się z twoimi danymi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>What is in the opened file: layers, what was migrated, how it wants its images.</source>
            <translation>Co jest w otwartym pliku: warstwy, co przeniesiono, jakich obrazów oczekuje.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write both nets with settings, optimizer state and curves.</source>
            <translation>Zapisz obie sieci z ustawieniami, stanem optymalizatora i krzywymi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write steps and checks around the experiment and the panels that you see.</source>
            <translation>Napisz kroki i sprawdzenia do eksperymentu i paneli, które widzisz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the Forward-Forward net alone, a score of every label: Keras, ONNX or TFLite.</source>
            <translation>Zapisz samą sieć Forward-Forward, ocenę każdej etykiety: Keras, ONNX lub TFLite.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the backprop net alone: Keras, weights, NumPy CNN, NPZ, ONNX or TFLite.</source>
            <translation>Zapisz samą sieć z propagacją wsteczną: Keras, wagi, NumPy CNN, NPZ, ONNX lub TFLite.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the model to another file.</source>
            <translation>Zapisz model do innego pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the settings as a JSON file that the command line reads too.</source>
            <translation>Zapisz ustawienia jako plik JSON, który czyta też wiersz poleceń.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Zoom &amp;In</source>
            <translation>Po&amp;większ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Zoom &amp;Out</source>
            <translation>Po&amp;mniejsz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>ffstudio &amp;Help</source>
            <translation>&amp;Pomoc ffstudio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Exchange rows and columns, as EMNIST's files need; kept in the experiment.</source>
            <translation>Zamień wiersze z kolumnami, jak tego wymagają pliki EMNIST; zapisane w eksperymencie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Reading the images…</source>
            <translation>Czytanie obrazów…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Use These Images?</source>
            <translation>Użyć tych obrazów?</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Use these images</source>
            <translation>Użyj tych obrazów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>What the file holds</source>
            <translation>Co jest w pliku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Which values are black and white; kept in the experiment.</source>
            <translation>Które wartości są czarne, a które białe; zapisane w eksperymencie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/docks.py" />
            <source>Show or hide this panel. {shows}</source>
            <translation>Pokaż lub ukryj ten panel. {shows}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/drops.py" />
            <source>Drop the file to open it.</source>
            <translation>Upuść plik, aby go otworzyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>A run is active. Stop or cancel it first, then open the file again.</source>
            <translation>Trwa przebieg. Najpierw go zatrzymaj lub anuluj, potem otwórz plik jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>A run is active. Stop or cancel it first, then open the run again.</source>
            <translation>Trwa przebieg. Najpierw go zatrzymaj lub anuluj, potem otwórz ten przebieg jeszcze raz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Clear List</source>
            <translation>Wyczyść listę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Forget these files.</source>
            <translation>Zapomnij te pliki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Looking into {path_name}…</source>
            <translation>Zaglądam do {path_name}…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>New Experiment</source>
            <translation>Nowy eksperyment</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Not now</source>
            <translation>Nie teraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Opened {Path_name}</source>
            <translation>Otwarto {Path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Preset {name}</source>
            <translation>Preset {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Backprop Net As</source>
            <translation>Zapisz sieć propagacji wstecznej jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Experiment As</source>
            <translation>Zapisz eksperyment jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Forward-Forward Net As</source>
            <translation>Zapisz sieć Forward-Forward jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Model</source>
            <translation>Zapisz model</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Model As</source>
            <translation>Zapisz model jako</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>The file was not opened</source>
            <translation>Plik nie został otwarty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>The presets cannot be read</source>
            <translation>Nie można odczytać presetów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>The shipped net was not opened</source>
            <translation>Dołączona sieć nie została otwarta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Use {path_name}</source>
            <translation>Użyj {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>{path} does not exist or is not a file.</source>
            <translation>{path} nie istnieje albo nie jest plikiem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>&amp;All Images</source>
            <translation>&amp;Wszystkich obrazach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>A &amp;Sample of the Images</source>
            <translation>&amp;Próbie obrazów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>Exact after each epoch; with many images this can take a third of the time.</source>
            <translation>Dokładnie po każdej epoce; przy wielu obrazach może to zająć jedną trzecią czasu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>The next run judges its epochs on {words}</source>
            <translation>Następny przebieg ocenia epoki na {words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>The same images after each epoch, so many that judging takes about one twentieth of the time; the last epoch on all.</source>
            <translation>Te same obrazy po każdej epoce, tyle, by ocena zajmowała około jednej dwudziestej czasu; ostatnia epoka na wszystkich.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>a sample of the images</source>
            <translation>próbie obrazów</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>all images</source>
            <translation>wszystkich obrazach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>&amp;No</source>
            <translation>&amp;Nie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>&amp;Yes</source>
            <translation>&amp;Tak</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>A run is active. The other one is offered again at the next start.</source>
            <translation>Trwa przebieg. Drugi zostanie zaproponowany przy następnym uruchomieniu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>A run is lost unless its nets are saved.</source>
            <translation>Przebieg przepada, jeśli jego sieci nie zostaną zapisane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Bring It Back</source>
            <translation>Przywróć go</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Each run is a folder, written while it trains: nothing is lost when the program or the machine goes down. Up to 500 MB a run and 5 GB in all.</source>
            <translation>Każdy przebieg to folder zapisywany podczas uczenia: nic nie ginie, gdy program lub komputer padnie. Do 500 MB na przebieg i 5 GB łącznie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>The folder of the run</source>
            <translation>Folder przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>The next run is {either}kept on disk</source>
            <translation>Następny przebieg {either}będzie zachowany na dysku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>The run on {data} was under way when ffstudio ended. Epoch {epoch} of {epochs} is kept; Continue goes on from there.</source>
            <translation>Przebieg na {data} trwał, gdy ffstudio się zakończył. Epoka {epoch} z {epochs} jest zachowana; Dalej rusza od tego miejsca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Undo brings it back until ffstudio is started again.</source>
            <translation>„Cofnij” przywraca go do następnego uruchomienia ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Undo brings them back until ffstudio is started again.</source>
            <translation>„Cofnij” przywraca je do następnego uruchomienia ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>not </source>
            <translation>nie </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>{count} runs were deleted</source>
            <translation>Usunięto przebiegi: {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>“{name}” was deleted</source>
            <translation>Usunięto „{name}”</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>“{run_name}” was cut off</source>
            <translation>„{run_name}” został przerwany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>A run is active. Stop or cancel it first, then begin the lesson anew.</source>
            <translation>Trwa przebieg. Najpierw go zatrzymaj lub anuluj, potem zacznij lekcję od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>A run is active. Stop or cancel it first, then leave the lesson.</source>
            <translation>Trwa przebieg. Najpierw go zatrzymaj lub anuluj, potem opuść lekcję.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Done: {step_title}</source>
            <translation>Wykonano: {step_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Lesson (*{LESSON_SUFFIX})</source>
            <translation>Lekcja (*{LESSON_SUFFIX})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Lesson saved</source>
            <translation>Lekcja zapisana</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Lesson: {lesson_title}</source>
            <translation>Lekcja: {lesson_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Save Lesson</source>
            <translation>Zapisz lekcję</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>The lesson was left; your own panels and experiment are back.</source>
            <translation>Lekcję opuszczono; twoje panele i eksperyment wróciły.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>The lesson was not opened</source>
            <translation>Lekcja nie została otwarta</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>The lesson was not saved</source>
            <translation>Lekcja nie została zapisana</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Try It</source>
            <translation>Wypróbuj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>{chosen_name} can be opened like any other file.</source>
            <translation>{chosen_name} można otworzyć jak każdy inny plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/main_window.py" />
            <source>Run Controls</source>
            <translation>Sterowanie przebiegiem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>

The builder holds another experiment, “{spec_name}”. It differs in: {list_some}.</source>
            <translation>

Budowniczy zawiera inny eksperyment, „{spec_name}”. Różni się w: {list_some}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>Nets shown: {self_text}</source>
            <translation>Pokazane sieci: {self_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>Train a net or open one, and it is named here.</source>
            <translation>Naucz lub otwórz sieć, a jej nazwa pojawi się tutaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>no net yet</source>
            <translation>nie ma jeszcze sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>not the builder's</source>
            <translation>inna niż w budowniczym</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>A lesson is open. Leave it first.</source>
            <translation>Lekcja jest otwarta. Najpierw ją opuść.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>A run is active. Stop or cancel it first.</source>
            <translation>Trwa przebieg. Najpierw go zatrzymaj lub anuluj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>No lesson is open.</source>
            <translation>Żadna lekcja nie jest otwarta.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>No run is active.</source>
            <translation>Żaden przebieg nie trwa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The builder holds the experiment of the nets shown already.</source>
            <translation>Budowniczy zawiera już eksperyment pokazanych sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The card belongs to models that other programs have written.</source>
            <translation>Karta należy do modeli zapisanych przez inne programy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The lesson that is open hides this panel.</source>
            <translation>Otwarta lekcja ukrywa ten panel.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The run is ending already.</source>
            <translation>Przebieg już się kończy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The run is ending.</source>
            <translation>Przebieg się kończy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The shipped net is the one shown.</source>
            <translation>Pokazana jest właśnie dołączona sieć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The text is as large as it gets.</source>
            <translation>Tekst jest już największy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The text is as small as it gets.</source>
            <translation>Tekst jest już najmniejszy.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There are no nets yet. Train some or open a model first.</source>
            <translation>Nie ma jeszcze sieci. Najpierw jakieś naucz lub otwórz model.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is no Forward-Forward net yet. Train one or open one first.</source>
            <translation>Nie ma jeszcze sieci Forward-Forward. Najpierw naucz albo otwórz jakąś.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is no backprop net yet. Train one or open one first.</source>
            <translation>Nie ma jeszcze sieci z propagacją wsteczną. Najpierw ją naucz lub otwórz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is no model yet. Train one or open one first.</source>
            <translation>Nie ma jeszcze modelu. Najpierw go naucz lub otwórz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is nothing to redo.</source>
            <translation>Nie ma nic do ponowienia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is nothing to undo in this lesson.</source>
            <translation>W tej lekcji nie ma nic do cofnięcia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is nothing to undo.</source>
            <translation>Nie ma nic do cofnięcia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Add &amp;Curves of a File…</source>
            <translation>Dodaj &amp;krzywe z pliku…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Lay another program's curves over those shown: a Keras CSVLogger table, a history's JSON, TensorBoard's event files.</source>
            <translation>Połóż krzywe innego programu na pokazanych: tabelę Keras CSVLogger, JSON historii, pliki zdarzeń TensorBoard.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>No file's curves lie over those of the run.</source>
            <translation>Na krzywych przebiegu nie leżą krzywe z żadnego pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Show the curves of no file over those of the run any more.</source>
            <translation>Nie pokazuj już na krzywych przebiegu krzywych z plików.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Take Files' Curves Away</source>
            <translation>Zabierz krzywe z plików</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>{name} lies over the curves</source>
            <translation>{name} leży na krzywych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>{name} lies over the curves; not drawn: {names}</source>
            <translation>{name} leży na krzywych; nie narysowano: {names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Ctrl+C</source>
            <translation>Ctrl+C</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Ctrl+Z</source>
            <translation>Ctrl+Z</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Give the keyboard to the next panel in sight.</source>
            <translation>Oddaj klawiaturę następnemu widocznemu panelowi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Give the keyboard to the previous panel in sight.</source>
            <translation>Oddaj klawiaturę poprzedniemu widocznemu panelowi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Go to the next or previous control.</source>
            <translation>Przejdź do następnej lub poprzedniej kontrolki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>In a plot or table: copy it as a picture and as a table.</source>
            <translation>Na wykresie lub w tabeli: kopiuj jako obraz i tabelę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>In the Draw panel or a field: take back the last stroke or typing.</source>
            <translation>W panelu Rysowanie lub w polu: cofnij ostatnią kreskę lub wpis.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Next Panel</source>
            <translation>Następny panel</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Previous Panel</source>
            <translation>Poprzedni panel</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Show {entry_title}</source>
            <translation>Pokaż {entry_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Tab, Shift+Tab</source>
            <translation>Tab, Shift+Tab</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Close {title}</source>
            <translation>Zamknij: {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Float {title}</source>
            <translation>Odłącz: {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Hide this panel; the View menu brings it back.</source>
            <translation>Ukryj ten panel; menu Widok go przywraca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Make this panel a window of its own, or put it back.</source>
            <translation>Zrób z tego panelu osobne okno albo odłóż go z powrotem.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source> Right of {tested_on}: {right}.</source>
            <translation> Poprawnie na {tested_on}: {right}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Before they went on they had learnt from images that are now held back: the validation accuracy is too good. The test images are new to them.</source>
            <translation>Zanim ruszyły dalej, uczyły się z obrazów, które teraz są odłożone: dokładność walidacji jest zbyt dobra. Obrazy testowe są dla nich nowe.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Ready to train on the bundled digits</source>
            <translation>Gotowe do uczenia na dołączonych cyfrach</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>The backprop net</source>
            <translation>Sieć z propagacją wsteczną</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Training {end_value}.{result}</source>
            <translation>Uczenie: {end_value}.{result}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Validation flatters these nets</source>
            <translation>Walidacja schlebia tym sieciom</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>{message} Training is paused with the last good weights.</source>
            <translation>{message} Uczenie jest wstrzymane z ostatnimi dobrymi wagami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>{who} diverged</source>
            <translation>{who}: rozbieżność</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>{why} Nothing is downloaded unless you ask for it.</source>
            <translation>{why} Nic nie jest pobierane, dopóki o to nie poprosisz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>.
Seconds in the curves are those of training and judging alone.</source>
            <translation>.
Sekundy na krzywych to tylko czas uczenia i oceny.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>Progress of the run</source>
            <translation>Postęp przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>So far: </source>
            <translation>Dotychczas: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>The last run: </source>
            <translation>Ostatni przebieg: </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>paused · {text}</source>
            <translation>wstrzymano · {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>waiting for the engine</source>
            <translation>czekanie na silnik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_texts.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation>epoka {epoch} z {epochs}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_texts.py" />
            <source>{duration_text} left</source>
            <translation>pozostało {duration_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_texts.py" />
            <source>{samples_per_second} images/s</source>
            <translation>obrazy/s: {samples_per_second}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>&amp;Copy Experiment Code</source>
            <translation>&amp;Kopiuj kod eksperymentu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>&amp;Export…</source>
            <translation>&amp;Eksportuj…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>&amp;Paste Experiment Code</source>
            <translation>&amp;Wklej kod eksperymentu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Copied the code of “{name}”: {code} characters to paste.</source>
            <translation>Skopiowano kod „{name}”: znaków do wklejenia: {code}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export &amp;Keras Script…</source>
            <translation>Eksportuj skrypt &amp;Keras…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export &amp;Report…</source>
            <translation>Eksportuj &amp;raport…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export Keras Script</source>
            <translation>Eksportuj skrypt Keras</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export Report</source>
            <translation>Eksportuj raport</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>HTML (*.html);;PDF (*.pdf)</source>
            <translation>HTML (*.html);;PDF (*.pdf)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Load the experiment whose code is on the clipboard.</source>
            <translation>Wczytaj eksperyment, którego kod jest w schowku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Loaded “{spec_name}”. Undo brings back what was there.</source>
            <translation>Wczytano „{spec_name}”. Cofnięcie przywraca to, co było.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Nets</source>
            <translation>Sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Not the same again</source>
            <translation>Tym razem nie to samo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Paste Experiment</source>
            <translation>Wklej eksperyment</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Put a short text on the clipboard that holds all settings of the experiment.</source>
            <translation>Umieść w schowku krótki tekst ze wszystkimi ustawieniami eksperymentu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Python script (*.py)</source>
            <translation>Skrypt Python (*.py)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Re-run with the Same Seed</source>
            <translation>Powtórz z tym samym ziarnem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The builder holds this experiment already.</source>
            <translation>Budowniczy zawiera już ten eksperyment.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The code was not used</source>
            <translation>Kod nie został użyty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The images of this run are being loaded. Try again then.</source>
            <translation>Obrazy tego przebiegu są wczytywane. Spróbuj za chwilę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The report was not written</source>
            <translation>Raport nie został zapisany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The same again</source>
            <translation>Znów to samo</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>There is no experiment code on the clipboard to paste.</source>
            <translation>W schowku nie ma kodu eksperymentu do wklejenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>There is no run yet to report on. Train one or open a model first.</source>
            <translation>Nie ma jeszcze przebiegu do raportu. Najpierw naucz lub otwórz model.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>There is no run yet whose curves could be repeated.</source>
            <translation>Nie ma jeszcze przebiegu, którego krzywe można by powtórzyć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>These nets come from elsewhere: how they began is not known.</source>
            <translation>Te sieci pochodzą skądinąd: nie wiadomo, jak się zaczęły.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Train the experiment of the nets shown again, and say whether the curves agree bit for bit.</source>
            <translation>Naucz jeszcze raz eksperyment pokazanych sieci i powiedz, czy krzywe zgadzają się co do bitu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Write a plot or table as PNG, SVG, PDF or CSV, or all curves as CSV or JSON.</source>
            <translation>Zapisz wykres lub tabelę jako PNG, SVG, PDF lub CSV albo wszystkie krzywe jako CSV lub JSON.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Write the experiment as a Python script that repeats its numbers without ffstudio.</source>
            <translation>Zapisz eksperyment jako skrypt Pythona, który powtarza jego liczby bez ffstudio.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Write the run shown as one file, HTML or PDF: settings, curves, goodness, confusion.</source>
            <translation>Zapisz pokazany przebieg jako jeden plik, HTML lub PDF: ustawienia, krzywe, dobroć, pomyłki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Wrote {names} to {parent}</source>
            <translation>Zapisano {names} w {parent}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Wrote {path}</source>
            <translation>Zapisano {path}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/speech.py" />
            <source>The system's language, where ffstudio speaks it; else English.</source>
            <translation>Język systemu, jeśli ffstudio go zna; inaczej angielski.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source> · builder: {edited}</source>
            <translation> · budowniczy: {edited}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Engine</source>
            <translation>Silnik</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Loading data…</source>
            <translation>Wczytywanie danych…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Paused</source>
            <translation>Wstrzymano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Run status</source>
            <translation>Stan przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Starting…</source>
            <translation>Uruchamianie…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>TensorFlow is being loaded; everything but training works already.</source>
            <translation>TensorFlow jest wczytywany; wszystko poza uczeniem już działa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>The engine could not be started</source>
            <translation>Nie udało się uruchomić silnika</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>The engine is ready to train.</source>
            <translation>Silnik jest gotowy do uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Unsaved model</source>
            <translation>Niezapisany model</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>watching {title} (read-only)</source>
            <translation>podgląd: {title} (tylko do odczytu)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>{data_title} · {train} images</source>
            <translation>{data_title} · obrazy: {train}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>{head}. Drawing and looking at models still work. Install ffstudio again with its training libraries to train.</source>
            <translation>{head}. Rysowanie i oglądanie modeli nadal działa. Aby uczyć, zainstaluj ffstudio ponownie z bibliotekami do uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>{title} — ffstudio</source>
            <translation>{title} — ffstudio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>▲ Engine failed</source>
            <translation>▲ Silnik zawiódł</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>▲ No data set</source>
            <translation>▲ Brak zbioru danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>▶ Training</source>
            <translation>▶ Uczenie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>○ Engine is warming up…</source>
            <translation>○ Silnik się rozgrzewa…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>● Ready · TensorFlow</source>
            <translation>● Gotowe · TensorFlow</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>● Unsaved model</source>
            <translation>● Niezapisany model</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Images as {text}</source>
            <translation>Obrazy jako {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Images as {text}: {score} of {count} {tried_on} images recognised</source>
            <translation>Obrazy jako {text}: rozpoznano {score} z {count} obrazów ({tried_on})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>It may have learnt something else, or nothing yet</source>
            <translation>Mogła nauczyć się czegoś innego albo jeszcze niczego</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>It was still being opened when {after_name} was asked for, which is opened instead.</source>
            <translation>Był jeszcze otwierany, gdy zażądano {after_name}, który otwierany jest zamiast niego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Open It Again</source>
            <translation>Otwórz jeszcze raz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Opened {file}</source>
            <translation>Otwarto {file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Saved {Path_name}</source>
            <translation>Zapisano {Path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>What is known of its layers is in the builder: change them, then use the weights.</source>
            <translation>To, co wiadomo o jej warstwach, jest w budowniczym: zmień je, potem użyj wag.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>did best</source>
            <translation>wypadła najlepiej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>is the one you chose</source>
            <translation>to ta, którą wybrano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{answers} networks fit its weights; this one {why}</source>
            <translation>Do jego wag pasuje sieci: {answers}; ta {why}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{before_name} was not opened</source>
            <translation>{before_name} nie został otwarty</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{path_name}: weights at hand</source>
            <translation>{path_name}: wagi pod ręką</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{role}, written by {writer}</source>
            <translation>{role}, zapisał: {writer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>It is trained when {count} before it have been.</source>
            <translation>Będzie uczony, gdy skończą się te przed nim ({count}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>It was not put into the queue</source>
            <translation>Nie dodano do kolejki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>No sweep can be begun</source>
            <translation>Nie można zacząć serii prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>Show Queue</source>
            <translation>Pokaż kolejkę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>Start, in the panel Queue, trains what waits one after another.</source>
            <translation>Start w panelu Kolejka uczy to, co czeka, jedno po drugim.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>The queue waits</source>
            <translation>Kolejka czeka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>The sweep {name} is trained.</source>
            <translation>Seria prób {name} jest uczona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>{count} experiments of the queue are left to be trained.</source>
            <translation>W kolejce zostały do uczenia eksperymenty: {count}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>{name} is in the queue</source>
            <translation>{name} jest w kolejce</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Epoch 0000 of 0000</source>
            <translation>Epoka 0000 z 0000</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Epoch {wanted} of {last}</source>
            <translation>Epoka {wanted} z {last}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>How far the run is</source>
            <translation>Jak daleko jest przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Moment of the run</source>
            <translation>Chwila przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Moment that is shown</source>
            <translation>Pokazana chwila</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Now: epoch {last} of the run</source>
            <translation>Teraz: epoka {last} przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Takes curves, goodness, matrices, filters, gallery and canvas to any epoch whose weights are kept (marks below).
Arrows lead from one to the next, End to now.</source>
            <translation>Przenosi krzywe, dobroć, macierze, filtry, galerię i tabliczkę do dowolnej epoki, której wagi są zachowane (znaczniki poniżej).
Strzałki prowadzą od jednej do następnej, End do teraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Time Machine</source>
            <translation>Wehikuł czasu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Time machine</source>
            <translation>Wehikuł czasu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Where epochs are over faster than the disk can write, only the newest of them are written;
and a run that has reached the room it may take lets go of some in between.
Curves have every epoch all the same.</source>
            <translation>Gdy epoki mijają szybciej, niż dysk zdąży zapisać, zapisywane są tylko najnowsze;
a przebieg, który doszedł do przydzielonego miejsca, porzuca niektóre pośrednie.
Krzywe mają mimo to każdą epokę.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>{shown}: epoch {asked} has no weights on disk</source>
            <translation>{shown}: epoka {asked} nie ma wag na dysku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>● Live at epoch {last}</source>
            <translation>● Na żywo, epoka {last}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Back to Now</source>
            <translation>&amp;Wróć do teraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Continue as a Run of One's Own</source>
            <translation>&amp;Kontynuuj jako własny przebieg</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Continue from Epoch {at}</source>
            <translation>&amp;Ucz dalej od epoki {at}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Earlier Moment</source>
            <translation>&amp;Wcześniejsza chwila</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Later Moment</source>
            <translation>&amp;Późniejsza chwila</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Pause Moments</source>
            <translation>W&amp;strzymaj chwile</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Play Moments</source>
            <translation>&amp;Odtwarzaj chwile</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Back to Now</source>
            <translation>Wróć do teraz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Go on from epoch {at} in a run of its own; the one that is looked at stays as it is. Of earlier epochs the weights are kept, so optimizers start afresh.</source>
            <translation>Rusz od epoki {at} w osobnym przebiegu; ten oglądany zostaje, jaki jest. Z wcześniejszych epok zachowane są wagi, więc optymalizatory zaczynają od nowa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Go on from the newest weights that have come, in a run of its own; the one that is watched is not touched.</source>
            <translation>Idź dalej od najnowszych wag, jakie przyszły, we własnym przebiegu; podglądany pozostaje nietknięty.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Hide &amp;Time Machine</source>
            <translation>Ukryj wehikuł &amp;czasu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Look at the nets as they were one kept epoch after.</source>
            <translation>Obejrzyj sieci takie, jakie były jedną zachowaną epokę później.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Look at the nets as they were one kept epoch before.</source>
            <translation>Obejrzyj sieci takie, jakie były jedną zachowaną epokę wcześniej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Save Model of Epoch {at} &amp;As…</source>
            <translation>Z&amp;apisz model z epoki {at} jako…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Save a Copy of the Model &amp;As…</source>
            <translation>Z&amp;apisz kopię modelu jako…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Show &amp;Time Machine</source>
            <translation>Pokaż wehikuł &amp;czasu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Show the kept epochs one after the other, up to now.</source>
            <translation>Pokaż zachowane epoki jedną po drugiej, aż do teraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Show the nets as they are now.</source>
            <translation>Pokaż sieci takie, jakie są teraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Stay at the moment that is shown.</source>
            <translation>Zostań przy pokazanej chwili.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>The bar that takes all views to any epoch of the run whose weights are kept.</source>
            <translation>Pasek, który przenosi wszystkie widoki do dowolnej epoki przebiegu z zachowanymi wagami.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>The nets are shown as they are now.</source>
            <translation>Sieci są pokazane takie, jakie są teraz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Write the nets as they were after epoch {at} to a file.</source>
            <translation>Zapisz do pliku sieci, jakie były po epoce {at}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Write the newest nets that have come to a file; the run goes on untouched.</source>
            <translation>Zapisz najnowsze sieci, jakie przyszły, do pliku; przebieg trwa nietknięty.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>&amp;Watch a Run Folder…</source>
            <translation>&amp;Podglądaj folder przebiegu…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Follow a run that another process or machine is training, without touching it.</source>
            <translation>Śledź przebieg, który uczy inny proces lub inna maszyna, nie dotykając go.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Look no longer at the run that is watched; what has come of it stays in sight.</source>
            <translation>Nie podglądaj dłużej przebiegu; co z niego przyszło, pozostaje widoczne.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>No run is being watched.</source>
            <translation>Żaden przebieg nie jest podglądany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Open It</source>
            <translation>Otwórz go</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Open it to save its nets or to go on with it.</source>
            <translation>Otwórz go, aby zapisać jego sieci albo uczyć dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Right of {tested_on}: {right}. Open it to save its nets or to go on with it.</source>
            <translation>Poprawne z {tested_on}: {right}. Otwórz go, aby zapisać jego sieci albo uczyć dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Stop Watching</source>
            <translation>Przestań podglądać</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>The folder of “{name}” is gone</source>
            <translation>Folder „{name}” zniknął</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>The process that trained it is gone, and the run has not ended. Open it to go on from its last whole epoch.</source>
            <translation>Proces, który go uczył, zniknął, a przebieg się nie skończył. Otwórz go, aby iść dalej od ostatniej pełnej epoki.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watch a Run Folder</source>
            <translation>Podgląd folderu przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only)</source>
            <translation>Podgląd: {name} (tylko do odczytu)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only) · {progress}</source>
            <translation>Podgląd: {name} (tylko do odczytu) · {progress}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): it has ended</source>
            <translation>Podgląd: {name} (tylko do odczytu): zakończony</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): its folder is gone</source>
            <translation>Podgląd: {name} (tylko do odczytu): jego folder zniknął</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): no run is there yet</source>
            <translation>Podgląd: {name} (tylko do odczytu): nie ma tam jeszcze przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): nothing new for {time}</source>
            <translation>Podgląd: {name} (tylko do odczytu): nic nowego od {time}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): what trained it has broken off</source>
            <translation>Podgląd: {name} (tylko do odczytu): uczenie się urwało</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): {problem}</source>
            <translation>Podgląd: {name} (tylko do odczytu): {problem}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>{folder} cannot be found any more. What had come of the run stays in sight; when the folder comes back, it is watched on.</source>
            <translation>Nie można już znaleźć {folder}. Co przyszło z przebiegu, pozostaje widoczne; gdy folder wróci, podgląd pójdzie dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>“{name}” has broken off</source>
            <translation>„{name}” się urwał</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>“{name}” has ended</source>
            <translation>„{name}” się skończył</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Dismiss the welcome card</source>
            <translation>Zamknij kartę powitalną</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Do not show this again; Help → Show Welcome brings it back.</source>
            <translation>Nie pokazuj więcej; Pomoc → Pokaż powitanie ją przywraca.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Draw a Digit</source>
            <translation>Narysuj cyfrę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Got It</source>
            <translation>Rozumiem</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Have Images</source>
            <translation>Miej obrazy</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Press Space or click Train: both nets learn side by side.</source>
            <translation>Naciśnij Spację lub kliknij Ucz: obie sieci uczą się obok siebie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Press Train</source>
            <translation>Naciśnij Ucz</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows the Train button: both nets learn side by side.</source>
            <translation>Pokazuje przycisk Ucz: obie sieci uczą się obok siebie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows the drawing pad: a trained model already answers.</source>
            <translation>Pokazuje tabliczkę: nauczony model już odpowiada.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows the images that nets learn from, or how to get some.</source>
            <translation>Pokazuje obrazy, z których uczą się sieci, albo skąd je wziąć.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows what each layer's loss parts as it learns.</source>
            <translation>Pokazuje, co strata każdej warstwy rozdziela podczas uczenia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Step {number}: {text}</source>
            <translation>Krok {number}: {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Watch Goodness Part</source>
            <translation>Patrz, jak dobroć się rozdziela</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Welcome</source>
            <translation>Witaj</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Welcome!</source>
            <translation>Witaj!</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Welcome: first steps</source>
            <translation>Witaj: pierwsze kroki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>{accessibleName}, done</source>
            <translation>{accessibleName}, wykonano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>{why} See the Data panel.</source>
            <translation>{why} Zobacz panel Dane.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/comparison.py" />
            <source>seed {seed}</source>
            <translation>ziarno {seed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/edits.py" />
            <source>Take the Nets' Experiment</source>
            <translation>Weź eksperyment sieci</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/engine_thread.py" />
            <source>The engine could not be started; see the log.</source>
            <translation>Nie udało się uruchomić silnika; zobacz dziennik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/gradient_checks.py" />
            <source>The engine is warming up.</source>
            <translation>Silnik się rozgrzewa.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>A run goes on. Stop it first.</source>
            <translation>Trwa przebieg. Najpierw go zatrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The experiment gives no weights by hand.</source>
            <translation>Eksperyment nie podaje wag ręcznie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The experiment trains a Forward-Forward net too: press Train.</source>
            <translation>Eksperyment uczy też sieć Forward-Forward: naciśnij Ucz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The images that this net is for are not at hand.</source>
            <translation>Obrazów, dla których jest ta sieć, nie ma pod ręką.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The net has more than {MOST_NUMBERS} weights, too many to be kept in an experiment.</source>
            <translation>Sieć ma więcej niż {MOST_NUMBERS} wag, za dużo, by trzymać je w eksperymencie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The net that is shown is not saved. Save it first, or press Train.</source>
            <translation>Pokazana sieć nie jest zapisana. Najpierw ją zapisz albo naciśnij Ucz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>There are no images yet.</source>
            <translation>Nie ma jeszcze obrazów.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>There is no backprop net whose weights could be typed in.</source>
            <translation>Nie ma sieci z propagacją wsteczną, w którą można by wpisać wagi.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Type a Weight</source>
            <translation>Wpisz wagę</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Weights can be typed into nets of the builder's dense layers.</source>
            <translation>Wagi można wpisywać w sieci z gęstych warstw budowniczego.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Weights can be typed where backprop learns alone: choose it in the builder, and train.</source>
            <translation>Wagi można wpisywać tam, gdzie propagacja wsteczna uczy się sama: wybierz ją w budowniczym i ucz.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Weights change while a run goes on. Stop it to type some in.</source>
            <translation>Wagi zmieniają się, dopóki trwa przebieg. Zatrzymaj go, aby jakieś wpisać.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/image_source.py" />
            <source>Loading {DATASETS_label}</source>
            <translation>Wczytywanie: {DATASETS_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/image_source.py" />
            <source>The data set could not be loaded</source>
            <translation>Nie udało się wczytać zbioru danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/lessons.py" />
            <source>Open Lesson {lesson_title}</source>
            <translation>Otwórz lekcję {lesson_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>Duplicate Settings of {run_name}</source>
            <translation>Powiel ustawienia przebiegu {run_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>It ended before its first epoch: there are no nets to open.</source>
            <translation>Zakończył się przed pierwszą epoką: nie ma sieci do otwarcia.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>Its folder cannot be written: {error_words}.</source>
            <translation>W jego folderze nie można zapisywać: {error_words}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The builder holds the settings of {run_name}</source>
            <translation>Budowniczy zawiera teraz ustawienia przebiegu {run_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The builder holds the settings of {run_name} already</source>
            <translation>Budowniczy zawiera już ustawienia przebiegu {run_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The builder holds the settings of {run_name} as {name}</source>
            <translation>Budowniczy zawiera teraz ustawienia przebiegu {run_name} pod nazwą {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The run was not brought back</source>
            <translation>Nie przywrócono przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The run was not deleted</source>
            <translation>Nie usunięto przebiegu</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The settings were not taken</source>
            <translation>Nie przejęto ustawień</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>This run is being trained here: its nets are the ones shown.</source>
            <translation>Ten przebieg jest uczony tutaj: pokazane są jego sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>This run is being trained. Stop it first.</source>
            <translation>Ten przebieg jest właśnie uczony. Najpierw go zatrzymaj.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>Use Settings of {run_name}</source>
            <translation>Użyj ustawień przebiegu {run_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>{run_name} copy</source>
            <translation>{run_name} kopia</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Bundled digits, because {wanted_label} is not on this computer.</source>
            <translation>Dołączone cyfry, bo {wanted_label} nie ma na tym komputerze.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Choose Data File</source>
            <translation>Wybierz plik danych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Downloading {known_label}</source>
            <translation>Pobieranie: {known_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>The download failed ({message}). Try again or choose a file.</source>
            <translation>Pobieranie nie powiodło się ({message}). Spróbuj ponownie albo wybierz plik.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Use {known_label}</source>
            <translation>Użyj {known_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>asking the server</source>
            <translation>pytanie serwera</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>{known_label} is on this computer now.</source>
            <translation>{known_label} jest teraz na tym komputerze.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>It did not work: {error_words}. Your model is still open; try another place.</source>
            <translation>Nie udało się: {error_words}. Twój model jest nadal otwarty; spróbuj w innym miejscu.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Nothing to save</source>
            <translation>Nie ma nic do zapisania</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Open Run {spec_name}</source>
            <translation>Otwórz przebieg {spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Open {name}</source>
            <translation>Otwórz {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Open {path_name}</source>
            <translation>Otwórz {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Opened the run {spec_name}</source>
            <translation>Otwarto przebieg {spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Opened the shipped net</source>
            <translation>Otwarto dołączoną sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Saved {path}.</source>
            <translation>Zapisano {path}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Saving {path_name}</source>
            <translation>Zapisywanie {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Shipped Net</source>
            <translation>Dołączona sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>The experiment was not saved</source>
            <translation>Eksperyment nie został zapisany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>The model was not saved</source>
            <translation>Model nie został zapisany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>The net was not saved</source>
            <translation>Sieć nie została zapisana</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>reading nets and curves</source>
            <translation>czytanie sieci i krzywych</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>{path_name} was to hold nets whose run has failed; nothing was written.</source>
            <translation>{path_name} miał zawierać sieci, których przebieg się nie powiódł; nic nie zapisano.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>No earlier epoch of this run is kept yet.</source>
            <translation>Żadna wcześniejsza epoka tego przebiegu nie jest jeszcze zachowana.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>That moment cannot be shown: {message}</source>
            <translation>Tej chwili nie można pokazać: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>There are no nets yet. Train some or open a run first.</source>
            <translation>Nie ma jeszcze sieci. Najpierw jakieś naucz lub otwórz przebieg.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>These nets' run is not kept on disk: there are no earlier moments of it.</source>
            <translation>Przebieg tych sieci nie jest zachowany na dysku: nie ma wcześniejszych chwil.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>{folder_name}, epoch {epoch}</source>
            <translation>{folder_name}, epoka {epoch}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/opening.py" />
            <source>Opening {path_name}</source>
            <translation>Otwieranie {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/opening.py" />
            <source>{path_name} was not opened; everything is as it was.</source>
            <translation>{path_name} nie został otwarty; wszystko jest, jak było.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/others.py" />
            <source>Not drawn, for no plot shows them: {names}</source>
            <translation>Nie narysowano, bo żaden wykres ich nie pokazuje: {names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/others.py" />
            <source>The curves were not read</source>
            <translation>Krzywych nie odczytano</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/others.py" />
            <source>{path} holds no loss and no accuracy, which are what is drawn; it has: {names}.</source>
            <translation>{path} nie zawiera straty ani dokładności, a to się rysuje; zawiera: {names}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>Another window is changing the queue. Try again.</source>
            <translation>Inne okno zmienia kolejkę. Spróbuj ponownie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>Edit {name} of the Queue</source>
            <translation>Edytuj {name} z kolejki</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>No experiment waits.</source>
            <translation>Żaden eksperyment nie czeka.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>The process that trained {name} was ended from outside. Nothing is lost: Start goes on with it.</source>
            <translation>Proces, który uczył {name}, zakończono z zewnątrz. Nic nie zginęło: Start idzie z nim dalej.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>The queue</source>
            <translation>Kolejka</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>The queue is being trained.</source>
            <translation>Kolejka jest uczona.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>{data}: {layers}</source>
            <translation>{data}: {layers}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>{name} could not be trained: {problem}</source>
            <translation>Nie udało się nauczyć {name}: {problem}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/runs.py" />
            <source>The run is not kept on disk: {error_words}</source>
            <translation>Przebieg nie jest zachowywany na dysku: {error_words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/runs.py" />
            <source>Training stopped</source>
            <translation>Uczenie zatrzymane</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sharing.py" />
            <source>The script was not written</source>
            <translation>Skrypt nie został zapisany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>, changed</source>
            <translation>, zmienione</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>, changed since.</source>
            <translation>, od tego czasu zmienione.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Experiment: {spec_name}</source>
            <translation>Eksperyment: {spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>File: {file}</source>
            <translation>Plik: {file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Learnt from {value}.</source>
            <translation>Nauczone z: {value}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Opened from {file}</source>
            <translation>Otwarto z {file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Shipped net</source>
            <translation>Dołączona sieć</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Somebody else trains them: they are watched, and cannot be changed.</source>
            <translation>Uczy je ktoś inny: są podglądane i nie można ich zmienić.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>The nets shown: {title}</source>
            <translation>Pokazane sieci: {title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>They are in no file yet.</source>
            <translation>Nie ma ich jeszcze w żadnym pliku.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>a file</source>
            <translation>pliku</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>back at {epoch}</source>
            <translation>z powrotem: {epoch}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>epoch 0.1</source>
            <translation>epoka 0,1</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>epoch {epoch}</source>
            <translation>epoka {epoch}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>trained elsewhere</source>
            <translation>uczona gdzie indziej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>weights by hand</source>
            <translation>wagi podane ręcznie</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>{epoch}, watched</source>
            <translation>{epoch}, podgląd</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/state.py" />
            <source>A net out of a file is trained in the window only.</source>
            <translation>Sieć z pliku uczy się tylko w oknie.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/state.py" />
            <source>The data set is being loaded.</source>
            <translation>Zbiór danych jest wczytywany.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/state.py" />
            <source>There is no data set.</source>
            <translation>Nie ma zbioru danych.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Change Preprocessing</source>
            <translation>Zmień przetwarzanie wstępne</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Layer {index} {reason}</source>
            <translation>Warstwa {index} {reason}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Naming the outputs of {path_name}</source>
            <translation>Nazywam wyjścia: {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>No network can be made of it.</source>
            <translation>Nie da się z tego zrobić sieci.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Open {file}</source>
            <translation>Otwórz {file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>The data set is not there yet</source>
            <translation>Zbioru danych jeszcze nie ma</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>The weights end in {classes} values, the data set has {num_classes} classes.</source>
            <translation>Wagi kończą się wartościami: {classes}, a zbiór danych ma klas: {num_classes}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>To be completed: the network of the weights in {path_name}.</source>
            <translation>Do uzupełnienia: sieć wag z {path_name}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Trying another network of {path_name}</source>
            <translation>Próbowanie innej sieci z {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Using the weights of {path_name}</source>
            <translation>Używanie wag z {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>the network was completed in the builder</source>
            <translation>sieć uzupełniono w budowniczym</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>waiting for the engine, which is being loaded</source>
            <translation>czekanie na silnik, który jest wczytywany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>{path_name} cannot be used: {error_words}.</source>
            <translation>Nie można użyć {path_name}: {error_words}.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/studio.py" />
            <source>Loading the engine (TensorFlow)</source>
            <translation>Wczytywanie silnika (TensorFlow)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/studio.py" />
            <source>The engine reported an error</source>
            <translation>Silnik zgłosił błąd</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>A process that trained it has ended with an error: {said}</source>
            <translation>Proces, który ją uczył, skończył się błędem: {said}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>A process that trained it was ended from outside (signal {number}). Nothing is lost: Go On takes up what it trained.</source>
            <translation>Proces, który ją uczył, zakończono z zewnątrz (sygnał {number}). Nic nie zginęło: Dalej podejmie to, co uczył.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>A sweep is being trained. Pause it first, or wait for its end.</source>
            <translation>Trwa uczenie serii prób. Najpierw ją wstrzymaj albo poczekaj na jej koniec.</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>Beginning the sweep</source>
            <translation>Zaczynam serię prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>No process can be started ({error_words}).</source>
            <translation>Nie można uruchomić procesu ({error_words}).</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>Sweeps need Optuna, which is not installed. Install the extra: pip install "ffstudio[sweep]".</source>
            <translation>Serie prób wymagają Optuna, której nie zainstalowano. Zainstaluj dodatek: pip install "ffstudio[sweep]".</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>The sweep cannot be shown</source>
            <translation>Nie można pokazać serii prób</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>The sweep cannot go on</source>
            <translation>Seria prób nie może iść dalej</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>The sweep was not begun</source>
            <translation>Serii prób nie zaczęto</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>The run is not watched</source>
            <translation>Przebieg nie jest podglądany</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>Watch {spec_name}</source>
            <translation>Podglądaj {spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>Watching {folder_name}</source>
            <translation>Podgląd: {folder_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>{name} can no longer be watched: {message}</source>
            <translation>Nie można dalej podglądać {name}: {message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>{name} is no longer watched; what had come of it stays.</source>
            <translation>{name} nie jest już podglądany; co z niego przyszło, pozostaje.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>- Goodness is **one number per layer**, made of that layer's activities.
- Training raises it for positive and lowers it for negative data, **layer by layer**.
- To classify, the net tries all labels and takes the one with the most goodness.

Go on with *What a Threshold Does* to see where "high" ends and "low" begins.</source>
            <translation>- Dobroć to **jedna liczba na warstwę**, zrobiona z aktywności tej warstwy.
- Uczenie podnosi ją dla danych pozytywnych i obniża dla negatywnych, **warstwa po warstwie**.
- Aby klasyfikować, sieć próbuje wszystkich etykiet i bierze tę z największą dobrocią.

Przejdź do lekcji *Co robi próg*, aby zobaczyć, gdzie kończy się „wysoka”, a zaczyna „niska”.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>A Forward-Forward net is shown **an image together with a label**. Every layer answers with its *activities*, one per unit, and from them comes a single number:

&gt; **goodness** = the mean of the squared activities

If the label is the image's own, the pair is **positive data** and its goodness should be high. If the label is a wrong one, the pair is **negative data** and its goodness should be low.

In the *Data* panel, look at the pairs the net will learn from, then answer.</source>
            <translation>Sieci Forward-Forward pokazuje się **obraz razem z etykietą**. Każda warstwa odpowiada *aktywnościami*, po jednej na jednostkę, a z nich powstaje jedna liczba:

&gt; **dobroć** = średnia kwadratów aktywności

Jeśli etykieta jest etykietą obrazu, para to **dane pozytywne** i jej dobroć powinna być wysoka. Jeśli etykieta jest błędna, para to **dane negatywne** i jej dobroć powinna być niska.

W panelu *Dane* obejrzyj pary, z których sieć będzie się uczyć, a potem odpowiedz.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Each layer of a Forward-Forward net turns an image and a label into one number. See what it is, and watch training part the right labels from the wrong ones.</source>
            <translation>Każda warstwa sieci Forward-Forward zamienia obraz i etykietę w jedną liczbę. Zobacz, czym ona jest, i patrz, jak uczenie rozdziela właściwe etykiety od błędnych.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>From goodness to an answer</source>
            <translation>Od dobroci do odpowiedzi</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>How does such a net read a digit? It tries **every label in turn** and adds up the goodness of its layers. The label with the most goodness is the answer.

Draw a digit on the pad. The bars are the goodness of each label, layer upon layer. This net has seen few digits: do not mind if it takes yours for another.</source>
            <translation>Jak taka sieć czyta cyfrę? Próbuje **każdej etykiety po kolei** i sumuje dobroć swoich warstw. Odpowiedzią jest etykieta z największą dobrocią.

Narysuj cyfrę na tabliczce. Słupki to dobroć każdej etykiety, warstwa na warstwie. Ta sieć widziała mało cyfr: nie przejmuj się, jeśli weźmie twoją za inną.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Let it learn</source>
            <translation>Niech się uczy</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>One number per layer</source>
            <translation>Jedna liczba na warstwę</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Press **Train** (or the space bar).

Both layers learn at once. Nothing is passed backwards: each layer changes its own weights so that *its own* goodness rises for positive and falls for negative data.

Keep an eye on the two histograms of each layer while it trains.</source>
            <translation>Naciśnij **Ucz** (albo spację).

Obie warstwy uczą się naraz. Nic nie jest przekazywane wstecz: każda warstwa zmienia własne wagi tak, by *jej własna* dobroć rosła dla danych pozytywnych i malała dla negatywnych.

Podczas uczenia patrz na dwa histogramy każdej warstwy.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The histograms show the goodness of images the net has **not** learnt from: one colour with their true label, one with a wrong label.

- **Overlap** is what the two histograms share. It begins near 100 %.
- **AUC** is the chance that a positive pair has more goodness than a negative one. 0.5 is guessing, 1 is perfect.

Let the run go to its end. If it has ended too early, press *Continue* in the run bar.</source>
            <translation>Histogramy pokazują dobroć obrazów, z których sieć się **nie** uczyła: jedna barwa z ich prawdziwą etykietą, druga z błędną.

- **Nakładanie** to to, co oba histogramy mają wspólne. Zaczyna się blisko 100 %.
- **AUC** to szansa, że para pozytywna ma więcej dobroci niż negatywna. 0,5 to zgadywanie, 1 to ideał.

Pozwól przebiegowi dojść do końca. Jeśli skończył się za wcześnie, naciśnij *Dalej* na pasku przebiegu.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The image of a 7 with the label 2 is …</source>
            <translation>Obraz siódemki z etykietą 2 to …</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The one the first layer likes least</source>
            <translation>Tą, którą pierwsza warstwa lubi najmniej</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The one with the highest probability from a softmax layer</source>
            <translation>Tą z najwyższym prawdopodobieństwem z warstwy softmax</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The one with the most goodness, all layers added up</source>
            <translation>Tą z największą dobrocią, gdy zsumować wszystkie warstwy</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Watch it part</source>
            <translation>Patrz, jak się rozdziela</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>What you have seen</source>
            <translation>Co już wiesz</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Which label does the net answer with?</source>
            <translation>Którą etykietą odpowiada sieć?</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>negative data</source>
            <translation>dane negatywne</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>neither: it has no label</source>
            <translation>ani jedno, ani drugie: nie ma etykiety</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>positive data</source>
            <translation>dane pozytywne</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>- **Random** wrong labels work, but many teach nothing.
- **Hard** ones come from the net's own doubts and teach the most.
- **Shuffled** labels are cheap, but some of them are no negatives at all.
- **Hybrid images** need no label: what the layers learn can be used for anything.</source>
            <translation>- **Losowe** błędne etykiety działają, ale wiele z nich niczego nie uczy.
- **Trudne** pochodzą z wątpliwości samej sieci i uczą najwięcej.
- **Przetasowane** etykiety są tanie, ale część z nich w ogóle nie jest negatywami.
- **Obrazy hybrydowe** nie potrzebują etykiet: to, czego nauczą się warstwy, może służyć do wszystkiego.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>A Forward-Forward net learns by contrast. How its negative data are made decides how fast it learns, and what.</source>
            <translation>Sieć Forward-Forward uczy się z przeciwieństw. To, jak powstają jej dane negatywne, decyduje, jak szybko się uczy i czego.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>A bad negative</source>
            <translation>Zły negatyw</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>A random wrong label is often a silly one: nobody takes a 1 for an 8. What teaches more is a label **the net itself finds plausible**.

In the builder, under *Negative Data*, choose **Hard wrong label**. Press **Train** again and compare the accuracy.</source>
            <translation>Losowa błędna etykieta bywa niemądra: nikt nie weźmie 1 za 8. Więcej uczy etykieta, którą **sama sieć uznaje za wiarygodną**.

W budowniczym, w części *Dane negatywne*, wybierz **Trudna błędna etykieta**. Naciśnij **Ucz** jeszcze raz i porównaj dokładność.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Both nets had the same initial weights, images and number of steps. Only the negative data differed.</source>
            <translation>Obie sieci miały te same wagi początkowe, obrazy i liczbę kroków. Różniły się tylko dane negatywne.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Hard wrong labels</source>
            <translation>Trudne błędne etykiety</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>It is the same pair as a positive one, so the net is taught two opposite things</source>
            <translation>To ta sama para co pozytywna, więc sieć uczy się dwóch przeciwnych rzeczy</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>It makes the image darker</source>
            <translation>Przyciemnia obraz</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>It sees more images in an epoch</source>
            <translation>Widzi w epoce więcej obrazów</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Its layers have more units</source>
            <translation>Jej warstwy mają więcej jednostek</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Its negative data are close to its own mistakes, so every pair teaches something</source>
            <translation>Jej dane negatywne są bliskie jej własnym pomyłkom, więc każda para czegoś uczy</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Last, **Hybrid images**: two images mixed by a blurred mask. Close by they look right, as a whole they are wrong. No label is used; what classifies is a **linear read-out** on top.

This is harder. Set *Epochs* to **20**, train, and see how far it gets.</source>
            <translation>Na koniec **Obrazy hybrydowe**: dwa obrazy zmieszane rozmytą maską. Z bliska wyglądają dobrze, w całości są błędne. Etykieta nie jest używana; klasyfikuje **liniowy odczyt** na górze.

To trudniejsze. Ustaw *Epoki* na **20**, ucz i zobacz, jak daleko dojdzie.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Negative data are images with a **wrong label**. The simplest way: take any of the nine wrong labels, all equally likely.

The builder on the left is set to that. Runs in this lesson last only **two epochs**, so that differences show.

Press **Train**, then note the accuracy after the second epoch.</source>
            <translation>Dane negatywne to obrazy z **błędną etykietą**. Najprostszy sposób: wziąć dowolną z dziewięciu błędnych etykiet, wszystkie równie prawdopodobne.

Budowniczy po lewej jest tak ustawiony. Przebiegi w tej lekcji trwają tylko **dwie epoki**, tak by było widać różnice.

Naciśnij **Ucz**, a potem zanotuj dokładność po drugiej epoce.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>No labels at all</source>
            <translation>Zupełnie bez etykiet</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Nothing: it is merely a hard one</source>
            <translation>Nic: jest po prostu trudny</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Now choose **Shuffled labels**: the batch's labels are dealt out anew, whatever image they land on. In *Data*, look at the pairs, then train.

About 1 in 10 "negatives" is none: it has its **true** label, and the net is told to dislike it.</source>
            <translation>Teraz wybierz **Przetasowane etykiety**: etykiety porcji są rozdawane na nowo, na jakikolwiek obraz trafią. W panelu *Dane* obejrzyj pary, potem ucz.

Około 1 na 10 „negatywów” nim nie jest: ma swoją **prawdziwą** etykietę, a sieci każe się jej nie lubić.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>What is wrong with a negative that carries its true label?</source>
            <translation>Co jest złego w negatywie, który niesie swoją prawdziwą etykietę?</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Why does the net with hard negatives learn faster?</source>
            <translation>Dlaczego sieć z trudnymi negatywami uczy się szybciej?</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Wrong labels, at random</source>
            <translation>Błędne etykiety na chybił trafił</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>As each Forward-Forward layer has a goodness of its own, each can be **asked alone**. A hidden layer of the backprop net cannot: only its output layer knows labels.

Tick *Per-Layer Accuracy* above the curves to see them, then let every layer reach 90 %.</source>
            <translation>Ponieważ każda warstwa Forward-Forward ma własną dobroć, każdą można **zapytać osobno**. Warstwy ukrytej sieci z propagacją wsteczną nie można: etykiety zna tylko warstwa wyjściowa.

Zaznacz *Dokładność warstw* nad krzywymi, aby je zobaczyć, a potem niech każda warstwa osiągnie 90 %.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Ask each layer alone</source>
            <translation>Zapytaj każdą warstwę osobno</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Both get there</source>
            <translation>Obie dochodzą do celu</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Equal accuracy does not mean equal mistakes. In *Confusion*, each row is a true digit and each column what the net took it for. Choose a net above the matrix; click a cell to see its images.</source>
            <translation>Równa dokładność nie znaczy równych pomyłek. W panelu *Pomyłki* każdy wiersz to prawdziwa cyfra, a każda kolumna to, za co sieć ją wzięła. Wybierz sieć nad macierzą; kliknij komórkę, aby zobaczyć jej obrazy.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>How many losses does the Forward-Forward net make small?</source>
            <translation>Ile strat zmniejsza sieć Forward-Forward?</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>How many losses?</source>
            <translation>Ile jest strat?</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Let both nets train to the end. If the run has ended too early, press *Continue*.

They reach much the same accuracy, by quite different ways.</source>
            <translation>Pozwól obu sieciom uczyć się do końca. Jeśli przebieg skończył się za wcześnie, naciśnij *Dalej*.

Osiągają prawie tę samą dokładność, zupełnie różnymi drogami.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Look at the two loss plots in *Curves*: one for Forward-Forward, one for backprop. Count the curves in each.</source>
            <translation>Popatrz na dwa wykresy strat w panelu *Krzywe*: jeden dla Forward-Forward, drugi dla propagacji wstecznej. Policz krzywe na każdym.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>One for each layer</source>
            <translation>Jedną na każdą warstwę</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>One for each unit</source>
            <translation>Jedną na każdą jednostkę</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>One for the whole net</source>
            <translation>Jedną na całą sieć</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Take it with you</source>
            <translation>Zabierz to ze sobą</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>The same layers, the same initial weights, the same mini-batches: one net learns by backpropagation, the other without.</source>
            <translation>Te same warstwy, te same wagi początkowe, te same miniporcje: jedna sieć uczy się propagacją wsteczną, druga bez niej.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Two nets lie side by side. They have the same hidden layers and the same initial weights, and they will see the same mini-batches.

- **Backprop** has an output layer. One error at the end goes back through *all* layers.
- **Forward-Forward** has a **local loss** in each layer. No error goes back: a layer only looks at its own goodness.

Press **Train** (or the space bar) and watch the curves.</source>
            <translation>Dwie sieci leżą obok siebie. Mają te same warstwy ukryte i te same wagi początkowe i zobaczą te same miniporcje.

- **Propagacja wsteczna** ma warstwę wyjściową. Jeden błąd na końcu wraca przez *wszystkie* warstwy.
- **Forward-Forward** ma w każdej warstwie **stratę lokalną**. Żaden błąd nie wraca: warstwa patrzy tylko na własną dobroć.

Naciśnij **Ucz** (albo spację) i patrz na krzywe.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Two nets, one start</source>
            <translation>Dwie sieci, jeden start</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Which mistakes?</source>
            <translation>Które pomyłki?</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Write a figure for your notes: *File › Export…* (Ctrl+E), tick *Accuracy*, then *Export*. Figures are always on white paper.</source>
            <translation>Zapisz rysunek do notatek: *Plik › Eksportuj…* (Ctrl+E), zaznacz *Dokładność*, potem *Eksportuj*. Rysunki są zawsze na białym papierze.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>- With a **logistic** loss, θ is where positive and negative data are to part.
- Too high a threshold takes long to reach, and later layers pay most.
- A **pair loss** needs none: it trains the gap of each image, not the place of the histograms.</source>
            <translation>- Przy stracie **logistycznej** θ to miejsce, w którym dane pozytywne i negatywne mają się rozdzielić.
- Zbyt wysoki próg osiąga się długo, a najwięcej płacą dalsze warstwy.
- **Strata par** go nie potrzebuje: uczy odstępu każdego obrazu, a nie miejsca histogramów.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>A line between high and low</source>
            <translation>Linia między wysoką a niską</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Compare the two layers in *Goodness*: how far has each parted its histograms? (In *Curves*, *Per-Layer Accuracy* tells the same.)

The second layer sees the first one's activities with their length taken away (that is the *normalisation*), so it has to begin anew, on input that says less while the first layer still learns.</source>
            <translation>Porównaj obie warstwy w panelu *Dobroć*: jak daleko każda rozdzieliła swoje histogramy? (W panelu *Krzywe* to samo mówi *Dokładność warstw*.)

Druga warstwa widzi aktywności pierwszej z odjętą długością (to jest *normalizacja*), więc musi zaczynać od nowa, na wejściu, które mówi mniej, dopóki pierwsza warstwa jeszcze się uczy.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Half as high</source>
            <translation>O połowę niżej</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Much too high</source>
            <translation>O wiele za wysoko</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Neither: both are as good as with θ = 1</source>
            <translation>Żadna: obie są tak dobre jak przy θ = 1</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>No threshold at all</source>
            <translation>Zupełnie bez progu</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Not every local loss needs a threshold. Choose **Symmetric pair (SymBa)** as *Local loss* of each layer and train.

It compares the goodness of **one image** with its true label and with a wrong one. *Goodness* therefore shows each image's **gap**: the true label's goodness minus the best wrong one's. The two histograms of before may overlap as they like (the list above the plots still has them); what counts is that the true label wins, image by image.</source>
            <translation>Nie każda strata lokalna potrzebuje progu. Wybierz **Symetryczna para (SymBa)** jako *Strata lokalna* każdej warstwy i ucz.

Porównuje ona dobroć **jednego obrazu** z prawdziwą i z błędną etykietą. Dlatego *Dobroć* pokazuje **odstęp** każdego obrazu: dobroć prawdziwej etykiety minus dobroć najlepszej błędnej. Dwa poprzednie histogramy mogą się dowolnie nakładać (lista nad wykresami nadal je ma); liczy się to, że prawdziwa etykieta wygrywa, obraz po obrazie.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Now ask for far more. In the builder, choose **each layer** in the list in turn and set its *Threshold θ* to **10**. Then **Train** again, to the end.

To be counted as positive, activities must become more than three times as strong as before.</source>
            <translation>Teraz zażądaj o wiele więcej. W budowniczym wybierz po kolei **każdą warstwę** na liście i ustaw jej *Próg θ* na **10**. Potem **Ucz** jeszcze raz, do końca.

Aby liczyć się jako pozytywne, aktywności muszą stać się ponad trzy razy silniejsze niż przedtem.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Set θ to **0.5** in each layer and train once more.

A lower line is reached sooner: layers part their data in fewer steps.</source>
            <translation>Ustaw θ na **0,5** w każdej warstwie i ucz jeszcze raz.

Niższą linię osiąga się szybciej: warstwy rozdzielają swoje dane w mniejszej liczbie kroków.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>The **threshold θ** says how much goodness is "high". The logistic loss pushes positive data above it and negative data below.

Here θ is 1 in both layers. Press **Train** and watch the two histograms settle on either side of the line marked θ.</source>
            <translation>**Próg θ** mówi, ile dobroci to „dużo”. Strata logistyczna wypycha dane pozytywne powyżej niego, a negatywne poniżej.

Tutaj θ wynosi 1 w obu warstwach. Naciśnij **Ucz** i patrz, jak oba histogramy układają się po obu stronach linii oznaczonej θ.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>The first</source>
            <translation>Pierwsza</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>The second</source>
            <translation>Druga</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Where does high goodness begin? Move the threshold and see what it does to a layer, and when it does not matter.</source>
            <translation>Gdzie zaczyna się wysoka dobroć? Przesuń próg i zobacz, co robi z warstwą i kiedy nie ma znaczenia.</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Which layer is far behind after the same number of epochs?</source>
            <translation>Która warstwa jest daleko w tyle po tej samej liczbie epok?</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Who suffers?</source>
            <translation>Kto cierpi?</translation>
        </message>
        <message>
            <location filename="../../resources/presets/bp-deep-tanh.json" />
            <source>A deep backprop net: 2500-2000-1500-1000-500 tanh, softmax, 10 epochs on MNIST. Published: 97.36 % test accuracy.</source>
            <translation>Głęboka sieć z propagacją wsteczną: 2500-2000-1500-1000-500 tanh, softmax, 10 epok na MNIST. Opublikowano: 97,36 % dokładności testowej.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/bp-dropout.json" />
            <source>Backprop with dropout: 512-512 ReLU, dropout 0.2, softmax, RMSprop, batch 128, 5 epochs on MNIST. Published: 97.85 % test accuracy.</source>
            <translation>Propagacja wsteczna z porzucaniem: 512-512 ReLU, dropout 0,2, softmax, RMSprop, porcja 128, 5 epok na MNIST. Opublikowano: 97,85 % dokładności testowej.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/bp-plain.json" />
            <source>Backprop without dropout: 512-512 ReLU, softmax, RMSprop, batch 128, 5 epochs on MNIST. Published: 98.25 % test accuracy.</source>
            <translation>Propagacja wsteczna bez porzucania: 512-512 ReLU, softmax, RMSprop, porcja 128, 5 epok na MNIST. Opublikowano: 98,25 % dokładności testowej.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/camera-4px.json" />
            <source>The four-pixel camera: solid, vertical, diagonal and horizontal patterns of 2x2 pixels, learnt by 4-4-8-4 (tanh, tanh, ReLU, softmax). Small enough to read every weight. The label enters as four extra inputs, because four pixels leave no room for it.</source>
            <translation>Czteropikselowa kamera: pełne, pionowe, ukośne i poziome wzory 2×2 pikseli, których uczy się sieć 4-4-8-4 (tanh, tanh, ReLU, softmax). Dość mała, by odczytać każdą wagę. Etykieta wchodzi jako cztery dodatkowe wejścia, bo cztery piksele nie mają na nią miejsca.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/camera-by-hand.json" />
            <source>The four-pixel camera with weights set by hand: sums and differences of pixels, then of those, then either sign of each, then the class. It tells solid, vertical, diagonal and horizontal apart before any training (with 0 epochs: 100 % of 200 test pictures); training goes on from there.</source>
            <translation>Czteropikselowa kamera z wagami ustawionymi ręcznie: sumy i różnice pikseli, potem tych sum i różnic, potem każdy znak każdej z nich, potem klasa. Odróżnia pełny, pionowy, ukośny i poziomy bez żadnego uczenia (przy 0 epokach: 100 % z 200 obrazów testowych); uczenie rusza od tego miejsca.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/cnn-small.json" />
            <source>A small modern CNN: two convolutions with batch normalisation and max pooling, dropout, one dense layer; Adam with a falling rate, 5 epochs on MNIST.</source>
            <translation>Mała nowoczesna CNN: dwa sploty z normalizacją wsadową i łączeniem maksimum, porzucanie, jedna warstwa gęsta; Adam z malejącym współczynnikiem, 5 epok na MNIST.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/digits-quick.json" />
            <source>Both nets on the bundled 8x8 digits, drawn up to MNIST's size: a first run that takes seconds and needs no download.</source>
            <translation>Obie sieci na dołączonych cyfrach 8×8, powiększonych do rozmiaru MNIST: pierwszy przebieg, który trwa sekundy i nie wymaga pobierania.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/fashion-dfn.json" />
            <source>A backprop classifier of Fashion-MNIST: 256-128 ReLU, Adam 0.001, batch 64, one tenth held back for validation, early stopping on the validation loss.</source>
            <translation>Klasyfikator Fashion-MNIST z propagacją wsteczną: 256-128 ReLU, Adam 0,001, porcja 64, jedna dziesiąta odłożona do walidacji, wczesne zatrzymanie według straty walidacyjnej.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-500.json" />
            <source>Our most accurate dense recipe without shifted images, 784-500-500: symmetric pair loss with sharpness 5, one in five pixels dropped, a label three times as strong as a white pixel, hard negatives judged by the first layer, 60 epochs with a cool-down. Settings were chosen on 10,000 images held back from training; the test set is judged after each epoch, chooses nothing, and the last epoch counts. Measured with seeds 1, 2, 3: 98.90, 98.79, 98.78 % (error 1.18 ± 0.07 %), about three minutes on two cores; its backprop twin, with the same images and schedule, 98.92 %. Repeat with: ffstudio train --preset ff-500.</source>
            <translation>Nasz najdokładniejszy gęsty przepis bez przesuwanych obrazów, 784-500-500: strata symetrycznej pary o ostrości 5, co piąty piksel pominięty, etykieta trzy razy silniejsza niż biały piksel, trudne negatywy sądzone przez pierwszą warstwę, 60 epok z wychładzaniem. Ustawienia wybrano na 10 000 obrazów odłożonych z uczących; zbiór testowy jest oceniany po każdej epoce, niczego nie wybiera i liczy się ostatnia epoka. Zmierzono z ziarnami 1, 2, 3: 98,90, 98,79, 98,78 % (błąd 1,18 ± 0,07 %), około trzech minut na dwóch rdzeniach; bliźniacza sieć z propagacją wsteczną, z tymi samymi obrazami i harmonogramem, 98,92 %. Powtórz: ffstudio train --preset ff-500.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-conv.json" />
            <source>Four convolutions whose channels are shared out among the classes; each class is scored by its own channels' mean square (CwComp, AAAI 2024) and every layer learns by its own cross-entropy. No label in the input, no negative data, one pass per image. Images shifted by up to 2 pixels, turned by up to 10° and zoomed by up to 10 %, 30 epochs. The last layer alone votes; a linear read-out is trained beside it. Measured with seed 1: 99.48 % (error 0.52 %), the read-out 99.44 %, 23 minutes on two cores that other work shared. Repeat with: ffstudio train --preset ff-conv.</source>
            <translation>Cztery sploty, których kanały podzielono między klasy; każdą klasę ocenia średnia kwadratów jej kanałów (CwComp, AAAI 2024), a każda warstwa uczy się własną entropią krzyżową. Bez etykiety w wejściu, bez danych negatywnych, jedno przejście na obraz. Obrazy przesuwane o najwyżej 2 piksele, obracane o najwyżej 10° i powiększane o najwyżej 10 %, 30 epok. Głosuje tylko ostatnia warstwa; obok uczony jest liniowy odczyt. Zmierzono z ziarnem 1: 99,48 % (błąd 0,52 %), odczyt 99,44 %, 23 minuty na dwóch rdzeniach dzielonych z inną pracą. Powtórz: ffstudio train --preset ff-conv.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-fast.json" />
            <source>The quickest way to the Keras example's accuracy on 784-500-500: symmetric pair loss with sharpness 10, a label three times as strong as a white pixel, hard negatives judged by the first layer, inputs of mean square 1, Adam whose rate falls evenly to zero over three epochs. All 60,000 training images; the test set chooses nothing. Its time against the Keras example is measured by tests/benchmarks/bench_target.py.</source>
            <translation>Najszybsza droga do dokładności przykładu Keras na 784-500-500: strata symetrycznej pary o ostrości 10, etykieta trzy razy silniejsza niż biały piksel, trudne negatywy sądzone przez pierwszą warstwę, wejścia o średniej kwadratów 1, Adam, którego współczynnik spada równomiernie do zera przez trzy epoki. Wszystkie 60 000 obrazów uczących; zbiór testowy niczego nie wybiera. Jego czas wobec przykładu Keras mierzy tests/benchmarks/bench_target.py.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-recurrent.json" />
            <source>Top-down connections: for eight frames every layer of 784-500-500 sees the layers below and above it, the top layer the label (Hinton 2022, 4.4; published 98.69 % after 60 epochs). Measured with seed 1: 96.28 % after these 3 epochs, one minute on two cores; more epochs were not measured. Repeat with: ffstudio train --preset ff-recurrent.</source>
            <translation>Połączenia z góry w dół: przez osiem klatek każda warstwa 784-500-500 widzi warstwy pod sobą i nad sobą, najwyższa etykietę (Hinton 2022, 4.4; opublikowano 98,69 % po 60 epokach). Zmierzono z ziarnem 1: 96,28 % po tych 3 epokach, minuta na dwóch rdzeniach; więcej epok nie mierzono. Powtórz: ffstudio train --preset ff-recurrent.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-shifts.json" />
            <source>784-1000-1000 with images shifted by up to 2 pixels, 60 epochs: symmetric pair loss with sharpness 10, hard negatives judged by the first layer. Published: 99.36 % with 4 × 2000 after 500 epochs (Hinton 2022). Measured with seed 1: 99.15 % (error 0.85 %), eight minutes on two cores. Repeat with: ffstudio train --preset ff-shifts.</source>
            <translation>784-1000-1000 z obrazami przesuwanymi o najwyżej 2 piksele, 60 epok: strata symetrycznej pary o ostrości 10, trudne negatywy sądzone przez pierwszą warstwę. Opublikowano: 99,36 % z 4 × 2000 po 500 epokach (Hinton 2022). Zmierzono z ziarnem 1: 99,15 % (błąd 0,85 %), osiem minut na dwóch rdzeniach. Powtórz: ffstudio train --preset ff-shifts.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-threshold.json" />
            <source>Goodness parts around a threshold: the recipe of side-by-side with Hinton's logistic loss around θ = 2 instead of the pair loss, 784-500-500, both nets in step. Measured with seed 1 after its 10 epochs, 37 s on two cores that other work shared: positive and negative goodness of 1,000 test images overlap by 3.4 % in layer 1 and 2.6 % in layer 2, AUC 0.999 in both, at 97.74 % test accuracy; side-by-side in its first minute by 69.3 and 22.5 %, AUC 0.709 and 0.957, at 98.28 %. Repeat with: python tests/benchmarks/bench_parting.py.</source>
            <translation>Dobroć rozdziela się wokół progu: przepis side-by-side z logistyczną stratą Hintona wokół θ = 2 zamiast straty par, 784-500-500, obie sieci krok w krok. Zmierzono z ziarnem 1 po 10 epokach, 37 s na dwóch rdzeniach dzielonych z inną pracą: pozytywna i negatywna dobroć 1000 obrazów testowych nakładają się w 3,4 % w warstwie 1 i 2,6 % w warstwie 2, AUC 0,999 w obu, przy 97,74 % dokładności testowej; side-by-side w pierwszej minucie w 69,3 i 22,5 %, AUC 0,709 i 0,957, przy 98,28 %. Powtórz: python tests/benchmarks/bench_parting.py.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-unsupervised.json" />
            <source>No labels in the hidden layers: three layers of 1000 units learn to tell images from hybrids of two images mixed by a blurred mask (Hinton 2022, 3.2; published 98.63 % with 4 × 2000 after 100 epochs), while a linear read-out on the upper two learns to classify. Measured with seed 1: 98.02 % after 20 epochs (error 1.98 %), five minutes on two cores. Repeat with: ffstudio train --preset ff-unsupervised.</source>
            <translation>Bez etykiet w warstwach ukrytych: trzy warstwy po 1000 jednostek uczą się odróżniać obrazy od hybryd dwóch obrazów zmieszanych rozmytą maską (Hinton 2022, 3.2; opublikowano 98,63 % z 4 × 2000 po 100 epokach), a liniowy odczyt z dwóch górnych uczy się klasyfikować. Zmierzono z ziarnem 1: 98,02 % po 20 epokach (błąd 1,98 %), pięć minut na dwóch rdzeniach. Powtórz: ffstudio train --preset ff-unsupervised.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/hinton-2022.json" />
            <source>Hinton's published Matlab recipe in this studio's terms: 3 × 1000 ReLU, sum of squares with a threshold of one per unit, root-mean-square normalisation, hard negatives, peer normalisation 0.03, momentum 0.9, cool-down, and a linear read-out; the first layer does not vote. Differs in that negatives are drawn from the net's own goodness instead of the read-out's softmax. Published 98.53 %; takes about half an hour on two cores and was not trained to the end for this release.</source>
            <translation>Opublikowany przepis Matlab Hintona w słowach tego studia: 3 × 1000 ReLU, suma kwadratów z progiem jeden na jednostkę, normalizacja pierwiastkiem średniej kwadratów, trudne negatywy, normalizacja sąsiadów 0,03, pęd 0,9, wychładzanie i liniowy odczyt; pierwsza warstwa nie głosuje. Różni się tym, że negatywy losowane są z własnej dobroci sieci, a nie z softmaxu odczytu. Opublikowano 98,53 %; zajmuje około pół godziny na dwóch rdzeniach i dla tego wydania nie był uczony do końca.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/keras-ff.json" />
            <source>The Keras example 'forwardforward' exactly: full batch of 60,000, 50 updates of layer 1 and then of layer 2 per epoch, Adam 0.03, threshold 1.5. Published: FinalLoss 0.7247, 0.7089, 0.6978, 0.6827, 0.6644 in epochs 1-5 and 97.56 % test accuracy after 250 epochs. This recipe alone shuffles the labels for its negatives, so about 1 in 10 negatives carries its true label. The loss shown per epoch is the example's FinalLoss, a mean over all epochs so far.</source>
            <translation>Dokładnie przykład Keras 'forwardforward': pełna porcja 60 000, 50 aktualizacji warstwy 1, a potem warstwy 2 na epokę, Adam 0,03, próg 1,5. Opublikowano: FinalLoss 0,7247, 0,7089, 0,6978, 0,6827, 0,6644 w epokach 1-5 i 97,56 % dokładności testowej po 250 epokach. Tylko ten przepis tasuje etykiety dla negatywów, więc około 1 na 10 niesie prawdziwą etykietę. Strata pokazywana na epokę to FinalLoss przykładu, średnia ze wszystkich epok dotychczas.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/numpy-cnn.json" />
            <source>The classic small CNN of the NumPy teaching frameworks: Conv 20×9×9 ReLU, AvgPool 2, Flatten, Dense 100 ReLU, softmax, no biases (202,620 weights). Plain SGD, learning rate 0.01, batch 32, 3 epochs on MNIST. Saves in the NumPy CNN framework's layout too.</source>
            <translation>Klasyczna mała CNN z dydaktycznych bibliotek NumPy: Conv 20×9×9 ReLU, AvgPool 2, Flatten, Dense 100 ReLU, softmax, bez biasów (202 620 wag). Zwykły SGD, współczynnik uczenia 0,01, porcja 32, 3 epoki na MNIST. Zapisuje się też w układzie biblioteki NumPy CNN.</translation>
        </message>
        <message>
            <location filename="../../resources/presets/side-by-side.json" />
            <source>Forward-Forward and backprop learn MNIST side by side: 784-500-500, same initial weights, same mini-batches. One tenth of the training images is held back to judge both while they learn.</source>
            <translation>Forward-Forward i propagacja wsteczna uczą się MNIST obok siebie: 784-500-500, te same wagi początkowe, te same miniporcje. Jedna dziesiąta obrazów uczących jest odłożona, by oceniać obie sieci podczas uczenia.</translation>
        </message>
    </context>
</TS>
